"""
When: dates found, and which days they mean.

- forms: how dates are written
- calendar: days, weeks, months as intervals, seen from the day of publication
- absolute: rules for dates of the calendar
- relative: rules for "last Friday" and its like
- doubts: what looks like a date and is none; which dates are still to come
- find: a document to its dates
"""
