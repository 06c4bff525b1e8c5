using System.Collections.Immutable;
using System.Text;
using NewsDiff.Extraction.Parsing;

namespace NewsDiff.Extraction.Body;

/// <summary>Writes the kept blocks as paragraphs, with the cells of a row in one line.</summary>
internal static class ParagraphWriter
{
    public static ImmutableArray<Paragraph> Write(Page page, int container, ReadOnlySpan<BlockVerdict> verdicts)
    {
        ImmutableArray<Paragraph>.Builder paragraphs = ImmutableArray.CreateBuilder<Paragraph>();
        int first = page.Nodes[container].FirstBlock;
        var row = new StringBuilder();
        int openRow = -1;
        for (int i = 0; i < verdicts.Length; i++)
        {
            BlockVerdict verdict = verdicts[i];
            if (!verdict.IsKept)
            {
                continue;
            }

            bool isRow = verdict.Kind == ParagraphKind.TableRow;
            if (openRow >= 0 && (!isRow || verdict.Row != openRow))
            {
                Flush(paragraphs, row);
            }

            openRow = isRow ? verdict.Row : -1;
            string text = page.SeenTextOf(page.Blocks[first + i]);
            if (isRow)
            {
                row.Append(row.Length > 0 ? "\t" : "").Append(text);
            }
            else
            {
                paragraphs.Add(new Paragraph(text, verdict.Kind));
            }
        }

        Flush(paragraphs, row);
        return paragraphs.DrainToImmutable();
    }

    private static void Flush(ImmutableArray<Paragraph>.Builder paragraphs, StringBuilder row)
    {
        if (row.Length > 0)
        {
            paragraphs.Add(new Paragraph(row.ToString(), ParagraphKind.TableRow));
            row.Clear();
        }
    }
}
