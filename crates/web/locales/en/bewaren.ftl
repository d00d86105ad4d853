### Keeping, destroying, one's own data.
