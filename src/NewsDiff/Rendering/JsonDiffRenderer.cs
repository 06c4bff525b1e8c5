using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using NewsDiff.Rendering.Rows;

namespace NewsDiff.Rendering;

/// <summary>Writes comparisons as JSON, for programs.</summary>
/// <remarks>
/// <para>A comparison of texts has <c>hasChanges</c>, <c>similarity</c>, <c>statistics</c> (<c>wordsKept</c>,
/// <c>wordsInserted</c>, <c>wordsDeleted</c>) and <c>edits</c>, each with <c>kind</c> (<c>equal</c>, <c>delete</c>,
/// <c>insert</c>), <c>oldStart</c>, <c>oldLength</c>, <c>newStart</c>, <c>newLength</c> (in UTF-16 code units) and
/// <c>text</c>: the new text, or the deleted one. An equal edit with different texts also has <c>oldText</c>. It also
/// has <c>moves</c>, each with <c>oldStart</c>, <c>oldLength</c>, <c>newStart</c>, <c>newLength</c> and <c>words</c> (a
/// comparison of texts without <c>moves</c>).</para>
/// <para>A comparison of articles has <c>oldUrl</c>, <c>newUrl</c>, <c>hasChanges</c>, <c>title</c> (a comparison of
/// texts without <c>moves</c>), <c>paragraphs</c> and <c>moves</c>. A paragraph has <c>kind</c> (<c>unchanged</c>,
/// <c>modified</c>, <c>inserted</c>, <c>deleted</c>, <c>split</c>, <c>merged</c>), <c>moved</c>, <c>oldIndexes</c>,
/// <c>newIndexes</c> (from 0), and either <c>words</c> (a comparison of texts without <c>moves</c>) or, with one side
/// only, <c>text</c>. A paragraph whose kind changed also has <c>oldKind</c> and <c>newKind</c> (<c>text</c>,
/// <c>heading</c>, <c>listItem</c>, <c>quote</c>, <c>tableRow</c>, <c>preformatted</c>, <c>correction</c>). A move also
/// has <c>oldParagraph</c> and <c>newParagraph</c> (from 0), in which its places are counted.</para>
/// <para>Instances are immutable and safe to share.</para>
/// </remarks>
public sealed class JsonDiffRenderer : IDiffRenderer
{
    private static readonly JavaScriptEncoder Encoder = JavaScriptEncoder.Create(UnicodeRanges.All);

    /// <summary>Whether lines are broken and indented. The default is false.</summary>
    /// <remarks>Otherwise the output is one line without a line break at its end.</remarks>
    public bool Indented { get; init; }

    /// <inheritdoc/>
    public void Render(TextDiff diff, TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(diff);
        ArgumentNullException.ThrowIfNull(writer);
        Write(writer, json => WriteText(json, diff, hasMoves: true));
    }

    /// <inheritdoc/>
    public void Render(ArticleDiff diff, TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(diff);
        ArgumentNullException.ThrowIfNull(writer);
        Write(writer, json => WriteArticle(json, diff));
    }

    private void Write(TextWriter writer, Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        var options = new JsonWriterOptions { Indented = Indented, NewLine = "\n", Encoder = Encoder };
        using (var json = new Utf8JsonWriter(buffer, options))
        {
            write(json);
        }

        writer.Write(Encoding.UTF8.GetString(buffer.WrittenSpan));
    }

    private static void WriteArticle(Utf8JsonWriter json, ArticleDiff diff)
    {
        json.WriteStartObject();
        json.WriteString("oldUrl", diff.Before.Url.OriginalString);
        json.WriteString("newUrl", diff.After.Url.OriginalString);
        json.WriteBoolean("hasChanges", diff.HasChanges);
        json.WritePropertyName("title");
        WriteText(json, diff.Title);
        json.WriteStartArray("paragraphs");
        foreach (ParagraphChange change in diff.Paragraphs)
        {
            WriteParagraph(json, diff, change);
        }

        json.WriteEndArray();
        WriteMoves(json, diff.Moves, hasParagraphs: true);
        json.WriteEndObject();
    }

    private static void WriteMoves(Utf8JsonWriter json, ImmutableArray<DiffMove> moves, bool hasParagraphs)
    {
        json.WriteStartArray("moves");
        foreach (DiffMove move in moves)
        {
            json.WriteStartObject();
            if (hasParagraphs)
            {
                json.WriteNumber("oldParagraph", move.OldParagraph);
            }

            json.WriteNumber("oldStart", move.OldStart);
            json.WriteNumber("oldLength", move.OldLength);
            if (hasParagraphs)
            {
                json.WriteNumber("newParagraph", move.NewParagraph);
            }

            json.WriteNumber("newStart", move.NewStart);
            json.WriteNumber("newLength", move.NewLength);
            json.WritePropertyName("words");
            WriteText(json, move.Words);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteParagraph(Utf8JsonWriter json, ArticleDiff diff, ParagraphChange change)
    {
        json.WriteStartObject();
        json.WriteString("kind", change.Kind switch
        {
            ParagraphChangeKind.Unchanged => "unchanged",
            ParagraphChangeKind.Modified => "modified",
            ParagraphChangeKind.Inserted => "inserted",
            ParagraphChangeKind.Deleted => "deleted",
            ParagraphChangeKind.Split => "split",
            _ => "merged",
        });
        json.WriteBoolean("moved", change.IsMoved);
        if (change.HasNewRole)
        {
            json.WriteString("oldKind", RoleOf(change.OldKind));
            json.WriteString("newKind", RoleOf(change.NewKind));
        }

        WriteIndexes(json, "oldIndexes", change.OldIndexes);
        WriteIndexes(json, "newIndexes", change.NewIndexes);
        if (change.Words is { } words)
        {
            json.WritePropertyName("words");
            WriteText(json, words);
        }
        else
        {
            json.WriteString("text", string.Join("\n\n", [
                .. change.OldIndexes.Select(index => diff.Before.Paragraphs[index].Text),
                .. change.NewIndexes.Select(index => diff.After.Paragraphs[index].Text),
            ]));
        }

        json.WriteEndObject();
    }

    private static string RoleOf(ParagraphKind? kind) => kind switch
    {
        ParagraphKind.Heading => "heading",
        ParagraphKind.ListItem => "listItem",
        ParagraphKind.Quote => "quote",
        ParagraphKind.TableRow => "tableRow",
        ParagraphKind.Preformatted => "preformatted",
        ParagraphKind.Correction => "correction",
        _ => "text",
    };

    private static void WriteIndexes(Utf8JsonWriter json, string name, ImmutableArray<int> indexes)
    {
        json.WriteStartArray(name);
        foreach (int index in indexes)
        {
            json.WriteNumberValue(index);
        }

        json.WriteEndArray();
    }

    private static void WriteText(Utf8JsonWriter json, TextDiff diff, bool hasMoves = false)
    {
        json.WriteStartObject();
        json.WriteBoolean("hasChanges", diff.HasChanges);
        json.WriteNumber("similarity", Math.Round(diff.Similarity, 4));
        json.WriteStartObject("statistics");
        json.WriteNumber("wordsKept", diff.Statistics.WordsKept);
        json.WriteNumber("wordsInserted", diff.Statistics.WordsInserted);
        json.WriteNumber("wordsDeleted", diff.Statistics.WordsDeleted);
        json.WriteEndObject();
        json.WriteStartArray("edits");
        foreach (DiffEdit edit in diff.Edits)
        {
            WriteEdit(json, diff, edit);
        }

        json.WriteEndArray();
        if (hasMoves)
        {
            WriteMoves(json, diff.Moves, hasParagraphs: false);
        }

        json.WriteEndObject();
    }

    private static void WriteEdit(Utf8JsonWriter json, TextDiff diff, DiffEdit edit)
    {
        ReadOnlySpan<char> shown = TextPieces.Shown(diff, edit).Span;
        ReadOnlySpan<char> old = diff.OldText.AsSpan(edit.OldStart, edit.OldLength);
        json.WriteStartObject();
        json.WriteString("kind", edit.Kind switch
        {
            EditKind.Delete => "delete",
            EditKind.Insert => "insert",
            _ => "equal",
        });
        json.WriteNumber("oldStart", edit.OldStart);
        json.WriteNumber("oldLength", edit.OldLength);
        json.WriteNumber("newStart", edit.NewStart);
        json.WriteNumber("newLength", edit.NewLength);
        json.WriteString("text", shown);
        if (edit.Kind == EditKind.Equal && !shown.SequenceEqual(old))
        {
            json.WriteString("oldText", old);
        }

        json.WriteEndObject();
    }
}
