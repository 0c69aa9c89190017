"""Directives already issued: samples and the office's own, taken in, listed and found again."""
