using NewsDiff.Addresses;
using NewsDiff.Dates;
using NewsDiff.Extraction.Parsing;

namespace NewsDiff.Extraction.Fields;

/// <summary>Finds the date in an article's address, where many publishers write it.</summary>
internal static class DateInAddress
{
    private const int FirstYear = 1995;

    /// <summary>The date in the page's address, otherwise in the address that it states.</summary>
    /// <remarks>The query counts only in the stated address.</remarks>
    public static ArticleDate? Of(Page page)
    {
        Uri? canonical = SiteReader.Canonical(page);
        Uri? stated = BoundedUrl.Read(page.Meta("og:url"));
        return FindIn(page.Url.AbsolutePath)
            ?? FindIn(canonical?.AbsolutePath ?? "") ?? FindIn(stated?.AbsolutePath ?? "")
            ?? FindIn(canonical?.Query ?? "") ?? FindIn(stated?.Query ?? "");
    }

    /// <summary>Finds 2026/05/03, 2026-5-3, 2026/may/03 or 20260503 between slashes, dashes or the like.</summary>
    private static ArticleDate? FindIn(string part)
    {
        for (int i = 1; i + 8 <= part.Length; i++)
        {
            if (IsMark(part[i - 1]) && char.IsAsciiDigit(part[i]) && At(part, i) is { } date)
            {
                return date;
            }
        }

        return null;
    }

    private static ArticleDate? At(string path, int start)
    {
        int year = EndOfPart(path, start);
        if (year - start == 8)
        {
            return Dated(path.AsSpan(start, 8));
        }

        bool isParted = year - start == 4 && year < path.Length && path[year] is '/' or '-';
        int month = isParted ? EndOfPart(path, year + 1) : path.Length;
        if (month >= path.Length || path[month] != path[year])
        {
            return null;
        }

        int day = EndOfPart(path, month + 1);

        // Between the words of a headline, a date belongs to it.
        bool isWithinWords = path[start - 1] == '-' && day + 1 < path.Length && path[day] == '-'
            && char.IsAsciiLetter(path[day + 1]) && !path.AsSpan(day).ContainsAnyInRange('0', '9');
        return day - month is 2 or 3 && !isWithinWords ? Dated(path.AsSpan(start, day - start)) : null;
    }

    /// <summary>The end of a run of digits, or of one of letters.</summary>
    private static int EndOfPart(string path, int start)
    {
        int end = start;
        while (end < path.Length
            && char.IsAsciiLetterOrDigit(path[end])
            && char.IsAsciiDigit(path[end]) == char.IsAsciiDigit(path[start]))
        {
            end++;
        }

        return end;
    }

    private static ArticleDate? Dated(ReadOnlySpan<char> text) =>
        DateText.Find(text) is { } date && date.Local.Year >= FirstYear ? date : null;

    private static bool IsMark(char c) => c is '/' or '-' or '_' or '.' or '=';
}
