"""ZVT: the German protocol between cash register and card terminal. codec -> transport -> driver."""
