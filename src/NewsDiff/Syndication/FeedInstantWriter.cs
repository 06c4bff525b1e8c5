using System.Xml;

namespace NewsDiff.Syndication;

/// <summary>Writes XML with dates in full precision.</summary>
/// <remarks>
/// The platform's formatters truncate Atom dates to the second, and write RSS dates with a zone that some readers
/// refuse.
/// </remarks>
internal sealed class FeedInstantWriter(XmlWriter inner, DateTimeOffset instant) : XmlWriter
{
    private Func<DateTimeOffset, string>? _format;

    /// <summary>The instant for the next dates.</summary>
    internal DateTimeOffset Instant { get; set; } = instant;

    public override WriteState WriteState => inner.WriteState;

    public override void WriteStartElement(string? prefix, string localName, string? ns)
    {
        _format = localName switch
        {
            "published" or "updated" => FeedInstant.Rfc3339,
            "pubDate" or "lastBuildDate" => FeedInstant.Rfc1123,
            _ => null,
        };
        inner.WriteStartElement(prefix, localName, ns);
    }

    public override void WriteString(string? text) => inner.WriteString(_format is null ? text : _format(Instant));

    public override void WriteEndElement()
    {
        _format = null;
        inner.WriteEndElement();
    }

    public override void Flush() => inner.Flush();

    public override string? LookupPrefix(string ns) => inner.LookupPrefix(ns);

    public override void WriteBase64(byte[] buffer, int index, int count) => inner.WriteBase64(buffer, index, count);

    public override void WriteCData(string? text) => inner.WriteCData(text);

    public override void WriteCharEntity(char ch) => inner.WriteCharEntity(ch);

    public override void WriteChars(char[] buffer, int index, int count) => inner.WriteChars(buffer, index, count);

    public override void WriteComment(string? text) => inner.WriteComment(text);

    public override void WriteDocType(string name, string? pubid, string? sysid, string? subset) =>
        inner.WriteDocType(name, pubid, sysid, subset);

    public override void WriteEndAttribute() => inner.WriteEndAttribute();

    public override void WriteEndDocument() => inner.WriteEndDocument();

    public override void WriteEntityRef(string name) => inner.WriteEntityRef(name);

    public override void WriteFullEndElement() => inner.WriteFullEndElement();

    public override void WriteProcessingInstruction(string name, string? text) =>
        inner.WriteProcessingInstruction(name, text);

    public override void WriteRaw(char[] buffer, int index, int count) => inner.WriteRaw(buffer, index, count);

    public override void WriteRaw(string data) => inner.WriteRaw(data);

    public override void WriteStartAttribute(string? prefix, string localName, string? ns) =>
        inner.WriteStartAttribute(prefix, localName, ns);

    public override void WriteStartDocument() => inner.WriteStartDocument();

    public override void WriteStartDocument(bool standalone) => inner.WriteStartDocument(standalone);

    public override void WriteSurrogateCharEntity(char lowChar, char highChar) =>
        inner.WriteSurrogateCharEntity(lowChar, highChar);

    public override void WriteWhitespace(string? ws) => inner.WriteWhitespace(ws);
}
