package city.reception.intake.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * What a browser must not do with an answer: guess its type, frame it, keep it, tell where from.
 */
@Component
final class SafetyHeaders extends OncePerRequestFilter {

  private static final String API_POLICY = "default-src 'none'; frame-ancestors 'none'";

  /** The page that shows the description of the interface runs its own scripts, nobody else's. */
  private static final String PAGE_POLICY =
      "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:;"
          + " frame-ancestors 'none'";

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("X-Frame-Options", "DENY");
    response.setHeader("Referrer-Policy", "no-referrer");
    boolean page = request.getRequestURI().startsWith("/swagger-ui");
    response.setHeader("Content-Security-Policy", page ? PAGE_POLICY : API_POLICY);
    if (!page) {
      response.setHeader("Cache-Control", "no-store");
    }
    chain.doFilter(request, response);
  }
}
