using System.Collections.Immutable;
using System.Globalization;

namespace NewsDiff.Search;

/// <summary>Collects the conditions of a query.</summary>
internal sealed class SearchFilters
{
    private const int LongestShown = 40;

    private static readonly string[] Dates =
        ["yyyy", "yyyy-MM", "yyyy-MM-dd", "yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ssK"];

    private readonly ImmutableArray<string>.Builder _marks = ImmutableArray.CreateBuilder<string>();
    private readonly ImmutableArray<string>.Builder _excluded = ImmutableArray.CreateBuilder<string>();
    private string? _mode;
    private long? _since;
    private long? _until;

    /// <summary>The names of the conditions.</summary>
    public static ImmutableArray<string> Names { get; } = ["source", "host", "since", "until", "version", "kind"];

    /// <summary>The number of conditions.</summary>
    public int Count { get; private set; }

    /// <summary>Adds a condition.</summary>
    /// <exception cref="FormatException">Its value is wrong.</exception>
    public void Add(SearchWord word)
    {
        Count++;
        string value = word.Text.Length > 0
            ? word.Text
            : throw new FormatException($"A value must follow '{word.Name}:' without a space.");
        switch (word.Name)
        {
            case "source":
                Of(word).Add(SearchMark.Source(value));
                break;
            case "host":
                string host = Uri.TryCreate("http://" + value, UriKind.Absolute, out Uri? url) ? url.IdnHost : value;
                Of(word).Add(SearchMark.Host(host));
                break;
            case "version":
                Of(word).Add(SearchMark.Version(ReadNumber(value)));
                break;
            case "kind":
                AddKind(word);
                break;
            default:
                AddTime(word);
                break;
        }
    }

    /// <summary>Makes the whole query.</summary>
    public SearchExpression Complete(
        ImmutableArray<ImmutableArray<SearchPhrase>> clauses, ImmutableArray<SearchPhrase> excluded) => new()
        {
            Clauses = clauses,
            Excluded = excluded,
            Marks = [_mode ?? SearchMark.Whole, .. _marks],
            ExcludedMarks = _excluded.ToImmutable(),
            Since = _since,
            Until = _until,
        };

    private static int ReadNumber(string value) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number > 0
            ? number
            : throw new FormatException($"'{Shown(value)}' is not a version; write version:2.");

    private static string Shown(string value) => value.Length <= LongestShown ? value : value[..LongestShown] + "…";

    private ImmutableArray<string>.Builder Of(SearchWord word) => word.IsNegative ? _excluded : _marks;

    private void AddKind(SearchWord word)
    {
        string? mode = word.Text.ToUpperInvariant() switch
        {
            "ADDED" => SearchMark.Added,
            "REMOVED" => SearchMark.Removed,
            "TITLE" => null,
            _ => throw new FormatException(
                $"'{Shown(word.Text)}' is not a kind; write kind:title, kind:added or kind:removed."),
        };
        if (mode is null)
        {
            Of(word).Add(SearchMark.Title);
            return;
        }

        if (word.IsNegative || (_mode ?? mode) != mode)
        {
            throw new FormatException("Use kind:added or kind:removed, not both, and without a minus sign.");
        }

        _mode = mode;
    }

    private void AddTime(SearchWord word)
    {
        if (word.IsNegative)
        {
            throw new FormatException($"'{word.Name}:' cannot have a minus sign.");
        }

        if (!DateTimeOffset.TryParseExact(
            word.Text, Dates, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset time))
        {
            throw new FormatException(
                $"'{Shown(word.Text)}' is not a date; write {word.Name}:2026-05-03 or "
                    + $"{word.Name}:2026-05-03T14:20:00Z.");
        }

        long second = time.ToUnixTimeSeconds();
        if (word.Name == "since")
        {
            _since = Math.Max(_since ?? second, second);
        }
        else
        {
            _until = Math.Min(_until ?? second, second);
        }
    }
}
