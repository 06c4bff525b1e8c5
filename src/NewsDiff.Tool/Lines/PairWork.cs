using System.Text;
using System.Text.Json;
using NewsDiff.Classification;
using NewsDiff.Research;
using NewsDiff.Tool.Output;

namespace NewsDiff.Tool.Lines;

/// <summary>The output for each pair of consecutive versions of a line.</summary>
internal static class PairWork
{
    /// <summary>Writes the edits of title and paragraphs, with their places.</summary>
    internal static int Diff(InputLine line, StringBuilder output) => EachPair(line, output, static (json, change, _) =>
    {
        ArticleDiff diff = change.Diff;
        WriteWords(json, diff);
        json.WriteStartArray("rows");
        WriteRow(json, "title", ChangeLabel.HeadlineRow, null, diff.Title);
        for (int i = 0; i < diff.Paragraphs.Length; i++)
        {
            ParagraphChange row = diff.Paragraphs[i];
            if (row.Kind != ParagraphChangeKind.Unchanged || row.IsMoved)
            {
                WriteRow(json, KindOf(row.Kind), i, row, row.Words);
            }
        }

        json.WriteEndArray();
    });

    /// <summary>Writes the classes, the significance, the words and the actions of sentences.</summary>
    internal static int Analyze(InputLine line, StringBuilder output) =>
        EachPair(line, output, static (json, change, earlier) =>
        {
            WriteWords(json, change.Diff);
            ClassesJson.Write(json, ChangeClassifier.Classify(change, earlier));
            SentenceAlignment alignment = SentenceAlignment.Compute(change.Before.Article, change.After.Article);
            json.WriteStartObject("sentences");
            json.WriteNumber("unchanged", alignment.Count(SentenceActions.Unchanged));
            json.WriteNumber("edited", alignment.Count(SentenceActions.Edit));
            json.WriteNumber("added", alignment.Count(SentenceActions.Addition));
            json.WriteNumber("deleted", alignment.Count(SentenceActions.Deletion));
            json.WriteNumber("split", alignment.Count(SentenceActions.Split));
            json.WriteNumber("merged", alignment.Count(SentenceActions.Merge));
            json.WriteNumber("refactored", alignment.Count(SentenceActions.Refactor));
            json.WriteEndObject();
        });

    private static int EachPair(
        InputLine input,
        StringBuilder output,
        Action<Utf8JsonWriter, ArticleChange, IEnumerable<ArticleVersion>> write)
    {
        VersionLine line = VersionLine.Parse(input);
        for (int i = 1; i < line.Versions.Length; i++)
        {
            var change = new ArticleChange(line.Versions[i - 1], line.Versions[i]);
            output.Append(JsonLine.Of(json =>
            {
                json.WriteString("id", line.Id);
                json.WriteNumber("from", i);
                json.WriteNumber("to", i + 1);
                write(json, change, line.Versions.Take(i - 1));
            })).Append('\n');
        }

        return Math.Max(0, line.Versions.Length - 1);
    }

    private static void WriteWords(Utf8JsonWriter json, ArticleDiff diff)
    {
        json.WriteBoolean("hasChanges", diff.HasChanges);
        json.WriteNumber("wordsKept", diff.Statistics.WordsKept);
        json.WriteNumber("wordsInserted", diff.Statistics.WordsInserted);
        json.WriteNumber("wordsDeleted", diff.Statistics.WordsDeleted);
    }

    private static void WriteRow(Utf8JsonWriter json, string kind, int row, ParagraphChange? change, TextDiff? words)
    {
        if (change is null && words is { HasChanges: false })
        {
            return;
        }

        json.WriteStartObject();
        json.WriteNumber("row", row);
        json.WriteString("kind", kind);
        if (change is not null)
        {
            json.WriteBoolean("moved", change.IsMoved);
            WriteIndexes(json, "old", change.OldIndexes);
            WriteIndexes(json, "new", change.NewIndexes);
        }

        WriteEdits(json, words);
        json.WriteEndObject();
    }

    private static void WriteIndexes(Utf8JsonWriter json, string name, IEnumerable<int> indexes)
    {
        json.WriteStartArray(name);
        foreach (int index in indexes)
        {
            json.WriteNumberValue(index);
        }

        json.WriteEndArray();
    }

    private static void WriteEdits(Utf8JsonWriter json, TextDiff? words)
    {
        if (words is null)
        {
            return;
        }

        json.WriteStartArray("edits");
        foreach (DiffEdit edit in words.Edits)
        {
            if (edit.Kind != EditKind.Equal)
            {
                bool isInsert = edit.Kind == EditKind.Insert;
                json.WriteStartObject();
                json.WriteString("kind", isInsert ? "insert" : "delete");
                json.WriteNumber("oldStart", edit.OldStart);
                json.WriteNumber("newStart", edit.NewStart);
                json.WriteString("text", isInsert ? words.NewText[edit.NewRange] : words.OldText[edit.OldRange]);
                json.WriteEndObject();
            }
        }

        json.WriteEndArray();
    }

    private static string KindOf(ParagraphChangeKind kind) => kind switch
    {
        ParagraphChangeKind.Unchanged => "unchanged",
        ParagraphChangeKind.Modified => "modified",
        ParagraphChangeKind.Inserted => "inserted",
        ParagraphChangeKind.Deleted => "deleted",
        ParagraphChangeKind.Split => "split",
        _ => "merged",
    };
}
