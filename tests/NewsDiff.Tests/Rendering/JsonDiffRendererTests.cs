using System.Text.Json;

using NewsDiff.Rendering;

namespace NewsDiff.Tests.Rendering;

public sealed class JsonDiffRendererTests
{
    [Fact]
    public void Edits_say_what_happened_where()
    {
        using JsonDocument json = JsonDocument.Parse(
            new JsonDiffRenderer().Render(TextDiff.Compute("It cost 5 euros.", "It cost 6 euros.")));

        JsonElement[] edits = [.. json.RootElement.GetProperty("edits").EnumerateArray()];
        Assert.Equal(
            ["equal", "delete", "insert", "equal"], edits.Select(edit => edit.GetProperty("kind").GetString()));
        Assert.Equal(["It cost ", "5", "6", " euros."], edits.Select(edit => edit.GetProperty("text").GetString()));
        Assert.Equal(8, edits[2].GetProperty("newStart").GetInt32());
        Assert.Equal(1, json.RootElement.GetProperty("statistics").GetProperty("wordsInserted").GetInt32());
    }

    [Fact]
    public void Both_texts_are_given_where_folding_made_them_equal()
    {
        using JsonDocument json = JsonDocument.Parse(new JsonDiffRenderer().Render(TextDiff.Compute("a  b", "a b")));

        JsonElement edit = Assert.Single(json.RootElement.GetProperty("edits").EnumerateArray());
        Assert.Equal("a b", edit.GetProperty("text").GetString());
        Assert.Equal("a  b", edit.GetProperty("oldText").GetString());
    }

    [Fact]
    public void Paragraphs_say_what_happened_and_where_they_stand()
    {
        string text = new JsonDiffRenderer().Render(Stories.Harbour());
        using JsonDocument json = JsonDocument.Parse(text);

        JsonElement[] paragraphs = [.. json.RootElement.GetProperty("paragraphs").EnumerateArray()];
        Assert.DoesNotContain('\n', text);
        Assert.Equal(
            ["modified", "modified", "unchanged", "split", "deleted", "merged", "inserted"],
            paragraphs.Select(paragraph => paragraph.GetProperty("kind").GetString()));
        Assert.True(paragraphs[0].GetProperty("moved").GetBoolean());
        Assert.Equal([3], paragraphs[0].GetProperty("oldIndexes").EnumerateArray().Select(index => index.GetInt32()));
        Assert.Equal("A spokesman for the mayor declined to comment.", paragraphs[4].GetProperty("text").GetString());
    }

    [Fact]
    public void Any_text_is_valid_JSON_that_cannot_end_a_script_element() => Stories.Check((old, @new) =>
    {
        string text = new JsonDiffRenderer { Indented = true }.Render(TextDiff.Compute(old, @new));

        using JsonDocument json = JsonDocument.Parse(text);
        Assert.DoesNotContain('<', text);
    });
}
