using System.Globalization;
using NewsDiff.Rendering.Terminal;
using NewsDiff.Rendering.Unified;

namespace NewsDiff.Rendering;

/// <summary>Writes comparisons as unified patches, as <c>diff -u</c> does.</summary>
/// <remarks>
/// An article is a file whose first line is the title and whose other lines are the paragraphs. Lines that differ only
/// in white space are context, printed in their old form. If only the kind of a paragraph changed, such as to a
/// heading, the paragraph is deleted and inserted, and the head of the hunk says so. The head also says what moved.
/// Equal texts give no output. Pictures replace control characters, because terminals may show the patch. Instances are
/// immutable and safe to share.
/// </remarks>
public sealed class UnifiedDiffRenderer : IDiffRenderer
{
    /// <summary>How many unchanged lines surround a change. The default is 3.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public int Context { get; init => field = OptionRange.Check(value, 0); } = 3;

    /// <summary>The name of the old side. The default is "old".</summary>
    public string OldName { get; init; } = "old";

    /// <summary>The name of the new side. The default is "new".</summary>
    public string NewName { get; init; } = "new";

    /// <inheritdoc/>
    public void Render(TextDiff diff, TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(diff);
        ArgumentNullException.ThrowIfNull(writer);
        if (diff.HasChanges)
        {
            Write(PatchLines.Of(diff), writer);
        }
    }

    /// <inheritdoc/>
    public void Render(ArticleDiff diff, TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(diff);
        ArgumentNullException.ThrowIfNull(writer);
        Write(PatchLines.Of(diff), writer);
    }

    private void Write(List<PatchLine> lines, TextWriter writer)
    {
        int from = lines.FindIndex(line => line.Kind != EditKind.Equal);
        if (from < 0)
        {
            return;
        }

        writer.Write($"--- {TerminalText.Harmless(OldName)}\n+++ {TerminalText.Harmless(NewName)}\n");
        (int at, int oldLine, int newLine) = (0, 1, 1);
        while (from >= 0)
        {
            int begin = Math.Max(at, from - Context);
            int end = EndOfHunk(lines, from);
            oldLine += Count(lines, at, begin, EditKind.Insert);
            newLine += Count(lines, at, begin, EditKind.Delete);
            int oldCount = Count(lines, begin, end, EditKind.Insert);
            int newCount = Count(lines, begin, end, EditKind.Delete);
            writer.Write($"@@ -{Span(oldLine, oldCount)} +{Span(newLine, newCount)} @@");
            WriteNotes(lines[begin..end], writer);
            for (int i = begin; i < end; i++)
            {
                WriteLine(lines[i], writer);
            }

            (at, oldLine, newLine) = (end, oldLine + oldCount, newLine + newCount);
            from = lines.FindIndex(end, line => line.Kind != EditKind.Equal);
        }
    }

    /// <summary>Writes what lines cannot show into the head of a hunk.</summary>
    private static void WriteNotes(List<PatchLine> lines, TextWriter writer)
    {
        string notes = string.Join("; ", lines.Select(line => line.Note).OfType<string>().Distinct());
        writer.Write(notes.Length == 0 ? "\n" : $" {notes}\n");
    }

    /// <summary>Where the hunk of a change ends: after the context that follows its last change.</summary>
    private int EndOfHunk(List<PatchLine> lines, int from)
    {
        int last = from;
        for (int i = from; i < lines.Count && i - last <= 2L * Context + 1; i++)
        {
            if (lines[i].Kind != EditKind.Equal)
            {
                last = i;
            }
        }

        return (int)Math.Min(lines.Count, last + 1L + Context);
    }

    private static int Count(List<PatchLine> lines, int from, int to, EditKind absent)
    {
        int count = 0;
        for (int i = from; i < to; i++)
        {
            count += lines[i].Kind == absent ? 0 : 1;
        }

        return count;
    }

    /// <summary>Writes a range as patches do.</summary>
    /// <remarks>An empty range names the previous line; a single line has no count.</remarks>
    private static string Span(int line, int count) => count switch
    {
        0 => string.Create(CultureInfo.InvariantCulture, $"{line - 1},0"),
        1 => line.ToString(CultureInfo.InvariantCulture),
        _ => string.Create(CultureInfo.InvariantCulture, $"{line},{count}"),
    };

    private static void WriteLine(PatchLine line, TextWriter writer)
    {
        writer.Write(line.Kind switch
        {
            EditKind.Delete => '-',
            EditKind.Insert => '+',
            _ => ' ',
        });
        writer.Write(TerminalText.Harmless(line.Text));
        writer.Write(line.EndsFile ? "\n\\ No newline at end of file\n" : "\n");
    }
}
