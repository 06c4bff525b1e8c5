using System.Text.Json;
using NewsDiff.Text;

namespace NewsDiff.Feeds.Reading;

/// <summary>Reads the authors of a JSON Feed or item: objects, or bare names.</summary>
internal static class JsonAuthors
{
    /// <summary>Reads an author, or a list of them.</summary>
    /// <param name="json">The reader, at the value.</param>
    /// <param name="text">A buffer for texts.</param>
    /// <param name="add">Takes each name; an empty one has no meaning.</param>
    public static void Read(ref Utf8JsonReader json, CharBuffer text, Action<string> add)
    {
        if (json.TokenType != JsonTokenType.StartArray)
        {
            add(ReadOne(ref json, text));
            return;
        }

        while (JsonTokens.MoveToElement(ref json))
        {
            add(ReadOne(ref json, text));
        }
    }

    private static string ReadOne(ref Utf8JsonReader json, CharBuffer text)
    {
        if (json.TokenType != JsonTokenType.StartObject)
        {
            return FeedText.Collapse(JsonTokens.ReadText(ref json, text));
        }

        string author = "";
        while (JsonTokens.MoveToProperty(ref json, text, out ReadOnlySpan<char> name))
        {
            bool isName = name is "name";
            ReadOnlySpan<char> value = JsonTokens.ReadText(ref json, text);
            author = isName ? FeedText.Collapse(value) : author;
        }

        return author;
    }
}
