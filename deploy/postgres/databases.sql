-- Runs once, on an empty volume: a database and a role for each service, and no way into another's. The router's service
-- has a role beside the owner's; what it may do there, the router's schema says.
\set ON_ERROR_STOP on

\getenv intake INTAKE_DB_PASSWORD
\getenv router ROUTER_DB_PASSWORD
\getenv router_service ROUTER_SERVICE_DB_PASSWORD
\getenv desk DESK_DB_PASSWORD
\getenv notifications NOTIFICATIONS_DB_PASSWORD

create role intake login password :'intake';
create role router login password :'router';
create role router_service login password :'router_service';
create role desk login password :'desk';
create role notifications login password :'notifications';

create database intake owner intake;
create database router owner router;
create database desk owner desk;
create database notifications owner notifications;

revoke all on database intake, router, desk, notifications, postgres from public;
grant connect on database router to router_service;
