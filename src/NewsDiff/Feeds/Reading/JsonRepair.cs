using System.Buffers;
using NewsDiff.Text;

namespace NewsDiff.Feeds.Reading;

/// <summary>Mends the texts of a JSON document: raw line breaks, control characters and unknown escapes.</summary>
/// <remarks>It takes one pass, and runs only on documents that a strict parser refused.</remarks>
internal static class JsonRepair
{
    private const int LongestPrefix = 64;

    private static readonly SearchValues<char> Marks = SearchValues.Create(
        "\u0000\u0001\u0002\u0003\u0004\u0005\u0006\u0007\u0008\t\n\u000b\u000c\r\u000e\u000f"
        + "\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001a\u001b\u001c\u001d\u001e\u001f\"\\");

    /// <summary>The document without a function call or guard before it.</summary>
    /// <returns>The document from its first brace on; empty when it is no JSON object.</returns>
    /// <remarks>A guard, such as <c>)]}'</c>, keeps other sites from running the document as a script.</remarks>
    public static ReadOnlySpan<char> WithoutPrefix(ReadOnlySpan<char> text)
    {
        int start = text[..Math.Min(text.Length, LongestPrefix)].IndexOf('{');
        ReadOnlySpan<char> prefix = start < 0 ? [] : text[..start].TrimEnd();
        bool isPrefix = start == 0 || prefix is [.., '('] || prefix is ")]}'" or ")]}'," or "while(1);" or "for(;;);";
        return isPrefix && !prefix.ContainsAny('<', '"') ? text[start..] : [];
    }

    /// <summary>Mends a document.</summary>
    /// <param name="json">The document.</param>
    /// <param name="mended">An empty buffer for the mended document.</param>
    /// <returns>Whether anything was mended.</returns>
    public static bool Apply(ReadOnlySpan<char> json, CharBuffer mended)
    {
        bool isText = false;
        bool isMended = false;
        for (int next = json.IndexOfAny(Marks); next >= 0; next = json.IndexOfAny(Marks))
        {
            char mark = json[next];
            mended.Append(json[..next]);
            json = json[(next + 1)..];
            if (mark == '"' || !isText)
            {
                isText ^= mark == '"';
                mended.Append(mark);
            }
            else if (mark == '\\')
            {
                isMended |= !AppendEscape(json, mended);
                json = json[Math.Min(1, json.Length)..];
            }
            else
            {
                isMended = true;
                mended.Append(mark is '\t' or '\n' or '\r' ? " " : "");
            }
        }

        mended.Append(json);
        return isMended;
    }

    /// <summary>Adds an escape with its character; an unknown one becomes the character.</summary>
    /// <returns>Whether the escape is known.</returns>
    private static bool AppendEscape(ReadOnlySpan<char> rest, CharBuffer mended)
    {
        bool isKnown = rest is ['"' or '\\' or '/' or 'b' or 'f' or 'n' or 'r' or 't', ..]
            || (rest is ['u', _, _, _, _, ..] && !rest[1..5].ContainsAnyExcept(HexDigits));
        mended.Append(isKnown ? "\\" : "");
        mended.Append(rest[..Math.Min(1, rest.Length)]);
        return isKnown;
    }

    private static SearchValues<char> HexDigits { get; } = SearchValues.Create("0123456789abcdefABCDEF");
}
