"""How the encoder's weights are made: `python -m training.encoder FOLDER WEIGHTS`."""
