"""The words of the voice, in every language it speaks: data and nothing else."""
