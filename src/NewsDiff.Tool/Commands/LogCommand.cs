using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using NewsDiff.Events;
using NewsDiff.Tool.Input;
using NewsDiff.Tool.Output;
using NewsDiff.Tool.Stores;
using NewsDiff.Tracking;

namespace NewsDiff.Tool.Commands;

/// <summary><c>newsdiff log ARTICLE</c>: lists everything that happened to an article.</summary>
internal sealed class LogCommand : ToolCommand
{
    private readonly Argument<string> _article = new("ARTICLE")
    {
        Description = "The article: its address, or any unique start of its id.",
    };

    private readonly Option<int?> _limit = new("--limit")
    {
        Description = "Only this many of the latest events.",
        HelpName = "NUMBER",
    };

    internal LogCommand(ToolHost host, CommonOptions common)
        : base("log", "List everything that happened to an article, the oldest first.", host, common)
    {
        _limit.Validators.Add(WholeNumber.From(1, 1_000_000, "Use a number from 1 to 1000000 for --limit."));
        Add(_article);
        Add(_limit);
        Add(common.Json);
        Add(common.Database);
        Add(common.ReadOnly);
    }

    internal override ImmutableArray<string> Examples =>
    [
        "newsdiff log 3f2a",
        "newsdiff log https://example.org/story --limit 10 --json",
    ];

    private protected override async Task<int> RunAsync(ParseResult parse, CancellationToken stop)
    {
        var screen = new Screen(Host, parse, Common);
        bool isJson = parse.GetValue(Common.Json);
        NewsStore store = await OpenExistingAsync(parse, screen, stop).ConfigureAwait(false);
        await using (store.ConfigureAwait(false))
        {
            TrackedArticle article = await ArticleName.ResolveAsync(store, parse.GetRequiredValue(_article), stop)
                .ConfigureAwait(false);
            var query = new EventQuery
            {
                ArticleId = article.Id,
                Limit = parse.GetValue(_limit),
                NewestFirst = parse.GetValue(_limit) is not null,
            };
            List<ArticleEvent> events = await store.Events.ReadEventsAsync(query, stop).ToListAsync(stop)
                .ConfigureAwait(false);
            if (query.NewestFirst)
            {
                events.Reverse();
            }

            foreach (ArticleEvent happened in events)
            {
                await (isJson
                    ? screen.WriteLineAsync(ToJson(happened))
                    : screen.WriteLineAsync(ToLine(happened))).ConfigureAwait(false);
            }

            if (events.Count == 0)
            {
                screen.Say("Nothing has happened yet.");
            }

            return ExitCodes.Success;
        }
    }

    private static Line ToLine(ArticleEvent happened)
    {
        string what = Words.Of(happened.Kind);
        string number = happened.Number == 0
            ? "-"
            : string.Create(CultureInfo.InvariantCulture, $"v{happened.Number}");
        string details = string.Join("  ", ((string?[])
            [
                happened.MergedInto is { } into ? $"into {ShortId.Of(into)}" : null,
                happened.Reason,
                happened.Metadata.IsEmpty ? null : string.Join("; ", happened.Metadata.Select(ToText)),
                happened.By is { } by ? $"(by {by})" : null,
            ]).OfType<string>());
        Ink? ink = happened.Kind is ArticleEventKind.Hidden or ArticleEventKind.Vanished ? Ink.Red : null;
        return new Line()
            .Add(Moment.Of(happened.At), Ink.Faint)
            .Add($"  {number,-4} ")
            .Add(details.Length > 0 ? $"{what,-11}" : what, ink)
            .Add(details.Length > 0 ? $"  {details}" : "");
    }

    private static string ToText(MetadataChange change) =>
        $"{Words.Of(change.Field)}: {Quote(change.Before)} → {Quote(change.After)}";

    private static string Quote(ImmutableArray<string> values) =>
        values.IsEmpty ? "none" : string.Join(", ", values.Select(static value => $"\"{value}\""));

    private static string ToJson(ArticleEvent happened) => JsonLine.Of(json =>
    {
        json.WriteString("id", happened.Id);
        json.WriteString("cursor", happened.Cursor.ToString());
        json.WriteString("kind", Words.Of(happened.Kind));
        json.WriteString("article", happened.ArticleId);
        json.WriteString("at", happened.At);
        json.WriteNumber("version", happened.Number);
        json.WriteString("host", happened.Host);
        json.WriteString("mergedInto", happened.MergedInto);
        json.WriteString("reason", happened.Reason);
        json.WriteString("by", happened.By);
        json.WriteStartArray("metadata");
        foreach (MetadataChange change in happened.Metadata)
        {
            json.WriteStartObject();
            json.WriteString("field", Words.Of(change.Field));
            JsonLine.WriteAll(json, "before", change.Before);
            JsonLine.WriteAll(json, "after", change.After);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });
}
