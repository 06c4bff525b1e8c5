
namespace NewsDiff.Tests;

public sealed class ContentHashTests
{
    [Fact]
    public void The_hash_is_the_one_that_databases_hold_for_every_kind_of_paragraph()
    {
        var article = new Article
        {
            Url = new Uri("https://news.example/ferry"),
            Title = "Ferry",
            Paragraphs =
            [
                "Line 0.",
                new Paragraph("Line 1.", ParagraphKind.Heading),
                new Paragraph("Line 2.", ParagraphKind.ListItem),
                new Paragraph("Line 3.", ParagraphKind.Quote),
                new Paragraph("Line 4.", ParagraphKind.TableRow),
                new Paragraph("Line 5.", ParagraphKind.Preformatted),
                new Paragraph("Line 6.", ParagraphKind.Correction),
            ],
        };

        Assert.Equal("ccf6d780cc6fb153de320a5bc69c0db8484caeda9b4e279e7237ad8ded2111f6", ContentHash.Compute(article));
    }
}
