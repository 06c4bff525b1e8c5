using System.Globalization;
using System.Text;
using System.Xml;

namespace NewsDiff.Syndication;

/// <summary>What both XML formats need to write.</summary>
internal static class FeedXml
{
    internal const string Atom = "http://www.w3.org/2005/Atom";

    internal static XmlWriter Create(Stream stream) => XmlWriter.Create(stream, new XmlWriterSettings
    {
        Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        Indent = true,
        IndentChars = "  ",
        NewLineChars = "\n",
        CloseOutput = false,
    });

    /// <summary>Writes an element that holds text only, without characters that XML forbids.</summary>
    internal static void Text(XmlWriter xml, string name, string text, string? @namespace = null) =>
        xml.WriteElementString(name, @namespace, Clean(text));

    /// <summary>Writes an Atom link.</summary>
    internal static void Link(XmlWriter xml, string? prefix, string relation, Uri? target, string type)
    {
        if (target is null)
        {
            return;
        }

        xml.WriteStartElement(prefix, "link", Atom);
        xml.WriteAttributeString("rel", relation);
        xml.WriteAttributeString("type", type);
        xml.WriteAttributeString("href", target.AbsoluteUri);
        xml.WriteEndElement();
    }

    /// <summary>An instant as RFC 3339 writes it, in UTC to the millisecond.</summary>
    internal static string Rfc3339(DateTimeOffset at) =>
        at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    /// <summary>Leaves out what XML 1.0 cannot hold: most control characters, lone surrogates, U+FFFE and U+FFFF.</summary>
    internal static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        for (int i = 0; i < text.Length; i++)
        {
            if (i + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[i + 1], text[i]))
            {
                clean.Append(text, i, 2);
                i++;
            }
            else if (XmlConvert.IsXmlChar(text[i]))
            {
                clean.Append(text[i]);
            }
        }

        return clean.ToString();
    }
}
