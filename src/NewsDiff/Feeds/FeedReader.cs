using NewsDiff.Feeds.Reading;
using NewsDiff.Text;

namespace NewsDiff.Feeds;

/// <summary>Reads RSS 0.90 to 2.0, CDF, Atom 0.3 and 1.0, and JSON Feed.</summary>
/// <remarks>
/// It is as tolerant as is safe. It loads nothing external and processes no DTD. Faulty XML is mended, and a truncated
/// feed is read up to its end. Depth, entries and the length of texts are bounded; the caller bounds the size of the
/// document.
/// </remarks>
public static class FeedReader
{
    /// <summary>Reads a feed.</summary>
    /// <param name="content">The document.</param>
    /// <param name="baseUrl">The address it came from; relative links are resolved against it.</param>
    /// <param name="contentType">The <c>Content-Type</c> it was sent with, or null.</param>
    /// <returns>The feed, or why the document is not one; no content of a document makes it throw.</returns>
    /// <exception cref="ArgumentException"><paramref name="baseUrl"/> is null or relative.</exception>
    public static FeedReadResult Read(ReadOnlySpan<byte> content, Uri baseUrl, string? contentType = null) =>
        ReadInTime(content, baseUrl, contentType, CancellationToken.None);

    /// <summary>Reads a feed, with cancellation.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    internal static FeedReadResult ReadInTime(
        ReadOnlySpan<byte> content,
        Uri baseUrl,
        string? contentType,
        CancellationToken cancellationToken)
    {
        AbsoluteUrl.ThrowIfNot(baseUrl);
        using var text = new CharBuffer(content.Length);
        string charset = CharsetSniffer.DecodeXml(content, contentType, text);
        FeedReadResult reading = text.Span.TrimStart() switch
        {
            [] => new FeedReadResult { Reason = "The document is empty." },
            ['<', ..] => ReadXml(text, baseUrl, cancellationToken),
            var start when JsonRepair.WithoutPrefix(start) is { IsEmpty: false } json =>
                JsonFeedReader.Read(json, baseUrl, cancellationToken),
            _ => ReadXml(text, baseUrl, cancellationToken),
        };
        return reading with { Charset = charset };
    }

    /// <summary>Whether nothing useful was read.</summary>
    internal static bool IsNothing(Feed feed) => feed.Entries.IsEmpty && feed.Title.Length == 0 && feed.Link is null;

    private static FeedReadResult ReadXml(CharBuffer text, Uri baseUrl, CancellationToken cancellationToken)
    {
        using var mended = new CharBuffer(0);
        MendedXml document = XmlRepair.Apply(text, mended);
        if (document.IsPage)
        {
            return new FeedReadResult { IsPage = true, Reason = "This is an HTML page, not a feed." };
        }

        (FeedReadResult reading, string? fault) = ReadOnce(document.Xml, baseUrl, cancellationToken);
        string? secondFault = fault;
        if (fault is not null)
        {
            using var balanced = new CharBuffer(0);
            TagBalancer.Apply(document.Xml, balanced);
            (FeedReadResult second, secondFault) = ReadOnce(balanced.Memory, baseUrl, cancellationToken);
            reading = EntriesIn(second) >= EntriesIn(reading) ? second : reading;
        }

        return reading.Feed is null
            ? new FeedReadResult { Reason = $"The document is not a feed: {fault ?? reading.Reason}" }
            : secondFault is not null && IsNothing(reading.Feed)
            ? new FeedReadResult { Reason = $"The feed cannot be read: {fault}" }
            : reading with { BrokenOff = fault ?? reading.BrokenOff ?? document.Limit };
    }

    private static (FeedReadResult Reading, string? Fault) ReadOnce(
        ReadOnlyMemory<char> xml,
        Uri baseUrl,
        CancellationToken cancellationToken)
    {
        using var cursor = new FeedXmlCursor(xml, baseUrl, cancellationToken);
        if (!cursor.MoveToRoot())
        {
            return (new FeedReadResult { Reason = "it has no elements." }, cursor.Fault);
        }

        string root = cursor.Name;
        (FeedFormat Format, Feed Feed)? read = root switch
        {
            "rss" or "channel" => (FeedFormat.Rss, RssReader.Read(cursor)),
            "rdf" => (FeedFormat.Rdf, RssReader.Read(cursor)),
            "feed" or "entry" => (FeedFormat.Atom, AtomReader.Read(cursor)),
            _ => null,
        };
        FeedReadResult reading = read is var (format, feed)
            ? new FeedReadResult { Feed = feed, Format = format, BrokenOff = cursor.Limit }
            : new FeedReadResult { Reason = $"its root element is '{FeedText.Cut(root, FeedLimits.ReasonLength)}'." };
        return (reading, cursor.Fault);
    }

    private static int EntriesIn(FeedReadResult reading) => reading.Feed?.Entries.Length ?? -1;
}
