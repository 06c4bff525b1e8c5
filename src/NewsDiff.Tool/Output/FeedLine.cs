using System.Globalization;
using System.Text.Json;
using NewsDiff.Tracking;

namespace NewsDiff.Tool.Output;

/// <summary>A feed as one entry of a list.</summary>
internal sealed record FeedLine(Subscription Feed, Visit? Visit)
{
    private const string Indent = "    ";

    /// <summary>Whether the last visit read the feed; a failed visit leaves only its time.</summary>
    private bool IsRead => Visit is { Failures: 0 };

    /// <summary>Why the last visit failed, without the full stop: the line goes on.</summary>
    private string? Reason => Visit?.LastReason?.TrimEnd('.');

    /// <summary>How often the feed failed, why, and when it is tried again.</summary>
    internal string Trouble => string.Create(
        CultureInfo.InvariantCulture,
        $"{Feed.Url.AbsoluteUri}: {Reason ?? "unknown"} ({Visit?.Failures ?? 0}×; next attempt {Moment.Of(Visit?.DueAt ?? Feed.AddedAt)})");

    /// <summary>Writes one line; on a narrow terminal, the rest is below the address.</summary>
    internal IEnumerable<Line> ToLines(int? width)
    {
        string read = Visit is { LastVisitedAt: { } last }
            ? (IsRead ? "read " : "tried ") + Moment.Of(last)
            : "not read yet";
        read = Visit?.State == VisitState.Paused ? $"paused, {read}" : read;
        string trouble = Visit is { Failures: > 0 and var failures }
            ? string.Create(CultureInfo.InvariantCulture, $" [failed {failures}×: {Reason}]")
            : "";
        string name = Feed.Title is { Length: > 0 } title ? title : Feed.Source ?? "-";
        string filter = Feed.Filter is { } wanted
            ? $"  [only {wanted.ToString().Replace("\n", ", ", StringComparison.Ordinal)}]"
            : "";
        string address = Printable.Of(Feed.Url.AbsoluteUri);
        string details = Printable.Of($"{name}  {read}{filter}");
        if (width is not { } columns || Columns.WidthOf($"{address}  {details}{trouble}") <= columns)
        {
            return [new Line().Add($"{address}  {details}").Add(trouble, Ink.Red)];
        }

        return
        [
            new Line().Add(address),
            .. Below(details, columns).Select(static line => new Line().Add(line)),
            .. Below(trouble, columns).Select(static line => new Line().Add(line, Ink.Red)),
        ];
    }

    private static IEnumerable<string> Below(string text, int width) =>
        Columns.Wrap(text, width - Indent.Length).Select(static line => Indent + line);

    internal void Write(Utf8JsonWriter json)
    {
        json.WriteString("url", Feed.Url.AbsoluteUri);
        json.WriteString("title", Feed.Title);
        json.WriteString("source", Feed.Source);
        JsonLine.WriteAll(json, "include", Feed.Filter?.Include ?? []);
        JsonLine.WriteAll(json, "exclude", Feed.Filter?.Exclude ?? []);
        json.WriteString("addedAt", Feed.AddedAt);
        JsonLine.WriteTime(json, "lastReadAt", IsRead ? Visit?.LastVisitedAt : null);
        JsonLine.WriteTime(json, "lastTriedAt", Visit?.LastVisitedAt);
        JsonLine.WriteTime(json, "nextReadAt", Visit?.DueAt);
        json.WriteNumber("failures", Visit?.Failures ?? 0);
    }
}
