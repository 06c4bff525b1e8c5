using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

using NewsDiff.Storage;

namespace NewsDiff;

/// <summary>Writes a <see cref="TextDiff"/> as its texts and edits, and reads it back equal.</summary>
internal sealed class TextDiffJsonConverter : JsonConverter<TextDiff>
{
    /// <summary>Reads a comparison.</summary>
    /// <param name="reader">The reader, at the beginning of the comparison.</param>
    /// <param name="typeToConvert">The type to read.</param>
    /// <param name="options">The options of the document, which do not affect the layout of a comparison.</param>
    /// <returns>The comparison.</returns>
    /// <exception cref="JsonException">
    /// It is not a comparison, or its edits do not cover both texts exactly.
    /// </exception>
    public override TextDiff? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        TextDiffJson read = JsonSerializer.Deserialize(ref reader, TextDiffJsonContext.Default.TextDiffJson)!;
        return Tile(read.Edits, read.OldText.Length, read.NewText.Length)
            ? new TextDiff(read.OldText, read.NewText, read.Edits, DiffOptions.Default)
            : throw new JsonException("The edits do not cover both texts exactly.");
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, TextDiff value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(value);
        var written = new TextDiffJson { OldText = value.OldText, NewText = value.NewText, Edits = value.Edits };
        JsonSerializer.Serialize(writer, written, TextDiffJsonContext.Default.TextDiffJson);
    }

    private static bool Tile(ImmutableArray<DiffEdit> edits, int oldLength, int newLength)
    {
        int oldEnd = 0;
        int newEnd = 0;
        foreach (DiffEdit edit in edits.IsDefault ? [] : edits)
        {
            // A length is compared with what is left of its text, so that no sum overflows.
            if (edit.OldStart != oldEnd || edit.OldLength < 0 || edit.OldLength > oldLength - oldEnd
                || edit.NewStart != newEnd || edit.NewLength < 0 || edit.NewLength > newLength - newEnd
                || !HasSides(edit))
            {
                return false;
            }

            oldEnd += edit.OldLength;
            newEnd += edit.NewLength;
        }

        return oldEnd == oldLength && newEnd == newLength;
    }

    private static bool HasSides(DiffEdit edit) => edit.Kind switch
    {
        EditKind.Equal => edit.OldLength + (long)edit.NewLength > 0,
        EditKind.Delete => edit is { OldLength: > 0, NewLength: 0 },
        EditKind.Insert => edit is { OldLength: 0, NewLength: > 0 },
        _ => false,
    };
}
