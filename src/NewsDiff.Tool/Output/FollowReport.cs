using NewsDiff.Feeds;

namespace NewsDiff.Tool.Output;

/// <summary>Reports that a feed or article is followed, or no longer followed.</summary>
internal sealed class FollowReport
{
    private readonly Screen _screen;
    private readonly bool _isJson;

    internal FollowReport(Screen screen, bool isJson)
    {
        _screen = screen;
        _isJson = isJson;
    }

    /// <summary>Writes the event as JSON, or as a sentence that begins as given.</summary>
    internal Task WriteAsync(string happened, Uri url, string? title, string sentence) => _screen.WriteLineAsync(_isJson
        ? JsonLine.Of(json =>
        {
            json.WriteString("event", happened);
            json.WriteString("url", url.AbsoluteUri);
            if (title is not null)
            {
                json.WriteString("title", title);
            }
        })
        : $"{sentence} {Printable.Of(string.IsNullOrEmpty(title) ? url.AbsoluteUri : $"“{title}” ({url.AbsoluteUri})")}.");

    /// <summary>Reports that a feed is now followed, or was followed already.</summary>
    internal Task WriteFeedAsync(bool isNew, Uri url, string? title) => WriteAsync(
        isNew ? "feed-added" : "feed-known", url, title, isNew ? "Following the feed" : "Already following the feed");

    /// <summary>Reports why an entry of a list was refused.</summary>
    internal Task RefuseAsync(OpmlRefusal refusal) => _screen.WriteLineAsync(_isJson
        ? JsonLine.Of(json =>
        {
            json.WriteString("event", "feed-refused");
            json.WriteString("url", refusal.Address);
            json.WriteString("title", refusal.Title);
            json.WriteString("reason", refusal.Reason);
        })
        : $"Refused {Printable.Of(refusal.Address)}: {Printable.Of(refusal.Reason)}");
}
