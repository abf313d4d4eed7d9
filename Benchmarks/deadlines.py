"""Four working hours from each time on standard input, by the calendar of the package chinesecalendar (PyPI)."""
import datetime
import sys

import chinese_calendar

SPANS = [(datetime.time(8), datetime.time(12)), (datetime.time(14), datetime.time(18))]


def deadline(start, left):
    day = start.date()
    while True:
        if chinese_calendar.is_workday(day):
            for opens, closes in SPANS:
                begin = max(datetime.datetime.combine(day, opens), start)
                end = datetime.datetime.combine(day, closes)
                if begin >= end:
                    continue
                if end - begin >= left:
                    return begin + left
                left -= end - begin
        day += datetime.timedelta(days=1)


def main():
    limit = datetime.timedelta(hours=4)
    for line in sys.stdin:
        start = datetime.datetime.strptime(line.rstrip("\n"), "%Y-%m-%d %H:%M")
        sys.stdout.write(deadline(start, limit).isoformat() + "+08:00\n")


main()
