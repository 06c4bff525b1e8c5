using System.CommandLine;
using System.Globalization;
using System.Runtime.CompilerServices;
using NewsDiff.Classification;
using NewsDiff.Tool.Commands;
using NewsDiff.Tool.Input;
using NewsDiff.Tool.Stores;
using NewsDiff.Tracking;

namespace NewsDiff.Tool.Exports;

/// <summary>The options that choose versions by time, source and kind of change.</summary>
internal sealed class Selection
{
    private readonly Option<DateTimeOffset?> _since =
        DayOption.Make("--since", "Only versions seen from this day on, such as 2026-05-03.");

    private readonly Option<DateTimeOffset?> _until = DayOption.Make("--until", "Only versions seen before this day.");

    private readonly Option<string> _source = new("--source")
    {
        Description = "Only articles of this source or host name.",
        HelpName = "NAME",
    };

    private readonly Option<ChangeClass?> _kind = new("--kind")
    {
        Description = "Only changes of this class, such as Headline, and articles with such a change.",
        HelpName = "CLASS",
    };

    /// <summary>Whether a kind of change is chosen.</summary>
    internal bool HasKind(ParseResult parse) => parse.GetValue(_kind) is not null;

    internal void AddTo(ToolCommand command)
    {
        command.Add(_since);
        command.Add(_until);
        command.Add(_source);
        command.Add(_kind);
    }

    /// <summary>The chosen span of time.</summary>
    internal VersionQuery Query(ParseResult parse) =>
        new() { Since = parse.GetValue(_since), Until = parse.GetValue(_until) };

    /// <summary>The chosen options in one line, for the record of a run; null for all.</summary>
    internal string? Describe(ParseResult parse)
    {
        string[] parts =
        [
            .. new (string Name, object? Value)[]
            {
                ("since", parse.GetValue(_since)?.UtcDateTime.ToString("s", CultureInfo.InvariantCulture)),
                ("until", parse.GetValue(_until)?.UtcDateTime.ToString("s", CultureInfo.InvariantCulture)),
                ("source", parse.GetValue(_source)), ("kind", parse.GetValue(_kind)),
            }.Where(static part => part.Value is not null).Select(static part => $"{part.Name}={part.Value}"),
        ];
        return parts.Length == 0 ? null : string.Join(' ', parts);
    }

    /// <summary>Whether a version of an article is of the chosen source.</summary>
    internal bool IsOfSource(ParseResult parse, TrackedArticle? article, string host) =>
        parse.GetValue(_source) is not { } source || source == article?.Source
        || source.Equals(host, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a change is of the chosen kind.</summary>
    internal bool IsOfKind(ParseResult parse, ChangeClasses classes) =>
        parse.GetValue(_kind) is not { } kind || classes.Has(kind);

    /// <summary>Reads the chosen articles with their chosen versions, one after the other.</summary>
    internal async IAsyncEnumerable<SelectedArticle> ReadAsync(
        NewsStore store,
        ParseResult parse,
        string? articleId,
        [EnumeratorCancellation] CancellationToken stop = default)
    {
        var query = new ArticleQuery { IdPrefix = articleId, IncludesMerged = true };
        await foreach (TrackedArticle article in store.Articles.ReadArticlesAsync(query, stop).ConfigureAwait(false))
        {
            List<ArticleVersion> versions = await store.Versions
                .ReadVersionsAsync(Query(parse) with { ArticleId = article.Id }, stop)
                .Where(static version => version.HasText).ToListAsync(stop).ConfigureAwait(false);
            if (versions is [.., var last] && IsOfSource(parse, article, last.Host))
            {
                var history = new ArticleHistory(versions);
                if (!HasKind(parse)
                    || history.Changes.Any(change => IsOfKind(parse, ChangeClassifier.Classify(change))))
                {
                    yield return new SelectedArticle(history, article.Source);
                }
            }
        }
    }
}
