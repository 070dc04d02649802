"""What any Danish text needs: dates, money, names, lines. Pure functions over `str`; offsets are code points."""
