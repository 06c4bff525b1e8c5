using System.Collections.Immutable;
using NewsDiff.Rendering.Rows;

namespace NewsDiff.Rendering.Html;

/// <summary>Writes one comparison as a table or as one text.</summary>
internal sealed class HtmlDiffWriter(TextWriter writer, HtmlDiffOptions options)
{
    private readonly IOwnTexts _texts = TranslatedTexts.Of(options.Language, options.Translate);

    /// <summary>Writes a comparison of texts.</summary>
    internal void Write(TextDiff diff) => Write(
        title: null,
        TextRows.Of(diff),
        languages: default,
        TextDirection.IsRightToLeft([diff.NewText, diff.OldText]));

    /// <summary>Writes a comparison of articles.</summary>
    internal void Write(ArticleDiff diff)
    {
        bool showsTitle = diff.HasTitle && (diff.Title.HasChanges || options.Context is null);
        Article article = diff.After.Paragraphs.IsEmpty ? diff.Before : diff.After;
        Write(
            showsTitle ? diff.Title : null,
            ArticleRows.Of(diff, _texts),
            (diff.Before.Language, diff.After.Language),
            TextDirection.IsRightToLeft(article.Paragraphs.Select(paragraph => paragraph.Text).Prepend(article.Title)));
    }

    private void Write(
        TextDiff? title, ImmutableArray<DiffRow> rows, (string? Old, string? New) languages, bool isRightToLeft)
    {
        if (options.IncludeStyles)
        {
            writer.Write($"<style>\n{HtmlDiffStyles.For(options.ClassPrefix)}</style>\n");
        }

        var markup = new RowMarkup(writer, options, _texts);
        markup.Note(title is { HasChanges: true }, rows);
        string oldLanguage = RowMarkup.LanguageAttribute(languages.Old);
        string newLanguage = RowMarkup.LanguageAttribute(languages.New);
        string direction = isRightToLeft ? " dir=\"rtl\"" : "";
        if (options.Layout == HtmlDiffLayout.Inline)
        {
            new InlineDiffWriter(writer, options, markup).Write(title, rows, newLanguage + direction);
        }
        else
        {
            new TableDiffWriter(writer, options, markup).Write(title, rows, oldLanguage, newLanguage, direction);
        }
    }
}
