"""English as advices use it: one spaCy pipeline, whose components write spans and extensions."""
