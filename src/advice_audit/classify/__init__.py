"""Small calibrated classifiers: features, fitting, saving. They know words and numbers, not rubrics."""
