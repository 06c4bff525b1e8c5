using DiffPlex.DiffBuilder.Model;

using NewsDiff.Interop;

namespace NewsDiff.Tests.Interop;

public sealed class DiffPlexModelTests
{
    private const string Old = "The same line.\nAt least 12 people died.\nA line that goes.";
    private const string New =
        "The same line.\nAt least 21 people died.\nWholly other words arrive now, and more.\nThe end.";

    [Fact]
    public void Both_panes_have_the_same_number_of_lines_and_the_texts_of_both_sides()
    {
        var builder = new NewsDiffSideBySideBuilder();

        SideBySideDiffModel model = builder.BuildDiffModel(Old, New);

        Assert.Equal(model.OldText.Lines.Count, model.NewText.Lines.Count);
        Assert.Equal(Old, TextOf(model.OldText));
        Assert.Equal(New, TextOf(model.NewText));
    }

    [Fact]
    public void A_changed_word_is_a_sub_piece_of_its_line()
    {
        DiffPaneModel pane = TextDiff.Compute(Old, New).ToSideBySideModel().NewText;

        Assert.Equal(ChangeType.Unchanged, pane.Lines[0].Type);
        Assert.Equal(ChangeType.Modified, pane.Lines[1].Type);
        Assert.Equal(
            ["21"],
            pane.Lines[1].SubPieces.Where(piece => piece.Type == ChangeType.Inserted).Select(piece => piece.Text));
        Assert.Equal(2, pane.Lines[1].Position);
    }

    [Fact]
    public void The_inline_model_shows_a_changed_line_in_both_forms()
    {
        DiffPaneModel pane = TextDiff.Compute(Old, New).ToInlineModel();

        Assert.Equal("The same line.", pane.Lines[0].Text);
        Assert.Equal((ChangeType.Deleted, "At least 12 people died."), (pane.Lines[1].Type, pane.Lines[1].Text));
        Assert.Equal((ChangeType.Inserted, "At least 21 people died."), (pane.Lines[2].Type, pane.Lines[2].Text));
    }

    private static string TextOf(DiffPaneModel pane) =>
        string.Join('\n', pane.Lines.Where(line => line.Type != ChangeType.Imaginary).Select(line => line.Text));
}
