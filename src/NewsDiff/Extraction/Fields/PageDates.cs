using NewsDiff.Dates;
using NewsDiff.Extraction.Parsing;

namespace NewsDiff.Extraction.Fields;

/// <summary>Reads a page's dates by its language and country, and by its other dates.</summary>
/// <remarks>
/// Whether 3/5/2026 is in March or in May is decided by another date on the page that agrees with one reading, by the
/// page's other numeric dates, or by its language. A publication date that only the language decides does not count
/// beside a stated one.
/// </remarks>
internal sealed class PageDates
{
    /// <summary>The maximum number of marked dates examined for the page's order.</summary>
    private const int MostMarks = 50;

    private readonly DateConvention _convention;
    private readonly Page _page;
    private readonly Lazy<HashSet<DateTime>> _published;
    private readonly Lazy<HashSet<DateTime>> _stated;
    private readonly Lazy<(HashSet<DateTime> Days, DateOrder Order)> _shown;

    /// <summary>Creates a reader.</summary>
    /// <param name="page">The page.</param>
    /// <param name="published">
    /// The publication dates in its head and address, evaluated when a date is ambiguous.
    /// </param>
    /// <param name="stated">All dates there.</param>
    public PageDates(Page page, Func<IEnumerable<string?>> published, Func<IEnumerable<string?>> stated)
    {
        _page = page;
        _convention = PageConvention.Of(page);
        _published = new(() => SureDays(published()));
        _stated = new(() => SureDays(stated()));
        _shown = new(ReadMarks);
    }

    /// <summary>Finds a date.</summary>
    /// <param name="text">The text.</param>
    public ArticleDate? Find(ReadOnlySpan<char> text) =>
        DateText.FindStated(text, _convention) is { } found ? Choose(found, isOfPublication: false) : null;

    /// <summary>Finds a date shown as the publication date.</summary>
    /// <param name="text">The text.</param>
    public ArticleDate? FindPublished(ReadOnlySpan<char> text) =>
        DateText.FindStated(text, _convention) is { } found ? Choose(found, isOfPublication: true) : null;

    private ArticleDate? Choose(in FoundDate found, bool isOfPublication)
    {
        if (found.Swapped is not { } swapped)
        {
            return found.Date;
        }

        if (Agreeing(_stated.Value, found.Date, swapped) is { } stated)
        {
            return stated;
        }

        if (isOfPublication && _published.Value.Count > 0)
        {
            return null;
        }

        if (Agreeing(_shown.Value.Days, found.Date, swapped) is { } shown)
        {
            return shown;
        }

        // The page's other numeric dates outrank its language.
        return _shown.Value.Order switch
        {
            DateOrder.Unknown => found.IsOpen ? null : found.Date,
            DateOrder.MonthFirst when found.Order != DateOrder.MonthFirst => swapped,
            DateOrder.DayFirst when found.Order == DateOrder.MonthFirst => swapped,
            _ => found.Date,
        };
    }

    private static ArticleDate? Agreeing(HashSet<DateTime> days, ArticleDate one, ArticleDate other) =>
        (days.Contains(one.Local.Date), days.Contains(other.Local.Date)) switch
        {
            (true, false) => one,
            (false, true) => other,
            _ => null,
        };

    private HashSet<DateTime> SureDays(IEnumerable<string?> texts) =>
    [
        .. from text in texts
           where text is not null
           let found = DateText.FindStated(text, _convention)
           where found is { Swapped: null }
           select found.Value.Date.Local.Date,
    ];

    /// <summary>The unambiguous days of marked dates, and the order of numeric ones if consistent.</summary>
    private (HashSet<DateTime> Days, DateOrder Order) ReadMarks()
    {
        var days = new HashSet<DateTime>();
        var orders = new HashSet<DateOrder>();
        foreach (PageMark mark in _page.Marks.Take(MostMarks))
        {
            PageNode node = _page.Nodes[mark.Node];
            Note(mark.Value);
            Note(_page.TextOf(node.TextStart, node.TextEnd));
        }

        return (days, orders.Count == 1 ? orders.First() : DateOrder.Unknown);

        void Note(ReadOnlySpan<char> text)
        {
            if (DateText.FindStated(text, _convention) is { Swapped: null } found)
            {
                days.Add(found.Date.Local.Date);
                orders.UnionWith(found.Order == DateOrder.Unknown ? [] : [found.Order]);
            }
        }
    }
}
