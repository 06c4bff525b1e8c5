using System.Globalization;
using System.Text.Json;
using NewsDiff.Tracking;

namespace NewsDiff.Tool.Output;

/// <summary>A feed as one entry of a list.</summary>
internal sealed record FeedLine(Subscription Feed, Visit? Visit)
{
    /// <summary>Whether the last visit read it; a failed visit leaves only its time.</summary>
    private bool IsRead => Visit is { Failures: 0 };

    internal Line ToLine()
    {
        string read = Visit is { LastVisitedAt: { } last }
            ? (IsRead ? "read " : "tried ") + Moment.Of(last)
            : "not read yet";
        string trouble = Visit is { Failures: > 0 and var failures, LastReason: var reason }
            ? string.Create(CultureInfo.InvariantCulture, $" [failed {failures}×: {reason ?? ""}]")
            : "";
        string name = Feed.Title is { Length: > 0 } title ? title : Feed.Source ?? "-";
        string filter = Feed.Filter is { } wanted
            ? $"  [only {wanted.ToString().Replace("\n", ", ", StringComparison.Ordinal)}]"
            : "";
        return new Line().Add($"{Feed.Url.AbsoluteUri}  {name}  {read}{filter}").Add(trouble, Ink.Red);
    }

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
