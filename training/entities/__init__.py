"""How the recogniser's weights are made: `python -m training.entities FOLDER`."""
