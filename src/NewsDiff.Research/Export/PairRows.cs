using NewsDiff.Classification;

namespace NewsDiff.Research.Export;

/// <summary>Adds the rows of pairs of versions.</summary>
internal sealed class PairRows(ExportRows rows, CorpusExportOptions options)
{
    private readonly List<ArticleVersion> _earlier = [];

    internal void Add(ReadVersion before, ReadVersion after, ArticleChange change, bool isConsecutive)
    {
        rows.BeginVersion(after.Version.SeenAt);
        var alignment = SentenceAlignment.Compute(before.Texts, after.Texts, options.Alignment);
        ChangeClasses classes = ChangeClassifier.Classify(change, isConsecutive ? _earlier : null);
        AddPair(before, after, change.Diff, alignment, classes, isConsecutive);
        AddLinks(before, after, alignment);
        if (isConsecutive)
        {
            AddEdits(before, after, ChangeLabel.HeadlineRow, change.Diff.Title);
            for (int row = 0; row < change.Diff.Paragraphs.Length; row++)
            {
                AddEdits(before, after, row, TextsOf(change.Diff, change.Diff.Paragraphs[row]));
            }

            AddClasses(before, after, classes);
            _earlier.Add(before.Version);
        }
    }

    private static TextDiff TextsOf(ArticleDiff diff, ParagraphChange change) => change.Words
        ?? (change.Kind == ParagraphChangeKind.Inserted
            ? TextDiff.Compute("", diff.After.Paragraphs[change.NewIndexes[0]].Text)
            : TextDiff.Compute(diff.Before.Paragraphs[change.OldIndexes[0]].Text, ""));

    private void AddPair(
        ReadVersion before,
        ReadVersion after,
        ArticleDiff diff,
        SentenceAlignment alignment,
        ChangeClasses classes,
        bool isConsecutive) => rows.Add(
            ExportSchema.Pairs,
            before.ArticleId,
            before.Number,
            after.Number,
            isConsecutive ? "consecutive" : "first-last",
            (long)(after.Version.SeenAt - before.Version.SeenAt).TotalSeconds,
            diff.Statistics.WordsKept,
            diff.Statistics.WordsInserted,
            diff.Statistics.WordsDeleted,
            diff.Title.HasChanges,
            alignment.Count(SentenceActions.Unchanged),
            alignment.Count(SentenceActions.Edit),
            alignment.Count(SentenceActions.Addition),
            alignment.Count(SentenceActions.Deletion),
            alignment.Count(SentenceActions.Split),
            alignment.Count(SentenceActions.Merge),
            alignment.Count(SentenceActions.Refactor),
            classes.Significance);

    private void AddLinks(ReadVersion before, ReadVersion after, SentenceAlignment alignment)
    {
        foreach (SentenceLink link in alignment.Links)
        {
            rows.Add(
                ExportSchema.Links, before.ArticleId, before.Number, after.Number, link.Old, link.New,
                Name(link.Actions), link.OldShare, link.NewShare, link.Distance);
        }

        for (int i = 0; i < alignment.OldActions.Length; i++)
        {
            if (alignment.OldActions[i] == SentenceActions.Deletion)
            {
                AddUnlinked(before, after, i, null, "deletion");
            }
        }

        for (int i = 0; i < alignment.NewActions.Length; i++)
        {
            if (alignment.NewActions[i] == SentenceActions.Addition)
            {
                AddUnlinked(before, after, null, i, "addition");
            }
        }
    }

    private void AddUnlinked(ReadVersion before, ReadVersion after, int? old, int? @new, string action) => rows.Add(
        ExportSchema.Links, before.ArticleId, before.Number, after.Number, old, @new, action, 0.0, 0.0, 0);

    private static string Name(SentenceActions actions) => string.Join(
        ' ',
        Enum.GetValues<SentenceActions>()
            .Where(action => action != SentenceActions.None && actions.HasFlag(action))
            .Select(static action => action switch
            {
                SentenceActions.Addition => "addition",
                SentenceActions.Deletion => "deletion",
                SentenceActions.Unchanged => "unchanged",
                SentenceActions.Edit => "edit",
                SentenceActions.Split => "split",
                SentenceActions.Merge => "merge",
                _ => "refactor",
            }));

    private void AddEdits(ReadVersion before, ReadVersion after, int row, TextDiff texts)
    {
        foreach (DiffEdit edit in texts.Edits)
        {
            if (edit.Kind != EditKind.Equal)
            {
                bool isInsert = edit.Kind == EditKind.Insert;
                rows.Add(
                    ExportSchema.Edits, before.ArticleId, before.Number, after.Number, row,
                    isInsert ? "insert" : "delete", edit.OldStart, edit.OldLength, edit.NewStart, edit.NewLength,
                    isInsert ? texts.NewText[edit.NewRange] : texts.OldText[edit.OldRange]);
            }
        }
    }

    private void AddClasses(ReadVersion before, ReadVersion after, ChangeClasses classes)
    {
        foreach (ChangeLabel label in classes.Labels)
        {
            (int oldStart, int oldEnd) = (label.OldRange.Start.Value, label.OldRange.End.Value);
            (int newStart, int newEnd) = (label.NewRange.Start.Value, label.NewRange.End.Value);
            rows.Add(
                ExportSchema.Classes, before.ArticleId, before.Number, after.Number, label.Class.ToString(), label.Row,
                oldStart, oldEnd - oldStart, newStart, newEnd - newStart, label.Reason);
        }
    }
}
