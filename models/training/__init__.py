"""How the language pipeline in `models/advice_en` is made. Development only, never imported at run time."""
