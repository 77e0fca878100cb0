"""The record's pages as rich renderables for the terminal."""
