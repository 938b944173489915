"""A base station with electronic shelf labels that are not there."""
