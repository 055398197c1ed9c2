FROM rust AS build
FROM localhost:5000/debian:latest
