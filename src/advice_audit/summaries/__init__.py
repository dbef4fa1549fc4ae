"""The store becomes termly and annual reports: counts by pandas, intervals for small samples, and words for both."""
