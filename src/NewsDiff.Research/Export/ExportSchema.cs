using System.Collections.Immutable;

namespace NewsDiff.Research.Export;

/// <summary>All tables of an export. A change here needs a new version of the schema.</summary>
internal static class ExportSchema
{
    internal static readonly ExportTable Articles = new(
        "articles",
        "an article",
        [
            Text("article_id", "the article's id"),
            Text("url", "the address of its last version"),
            Text("host", "the host name of that address"),
            Text("language", "the language that the last version states") with { IsNullable = true },
            Integer("versions", "how many versions have a text"),
            Text("first_seen", "when its first version was seen, ISO 8601 in UTC"),
            Text("last_seen", "when its last version was seen"),
        ]);

    internal static readonly ExportTable Versions = new(
        "versions",
        "a version",
        [
            Text("article_id", "the article's id"),
            Integer("version", "its number, from 1"),
            Text("seen_at", "when it was first seen, ISO 8601 in UTC"),
            Text("content_hash", "SHA-256 of title and paragraphs"),
            Text("title_hash", "a hash of the title: 16 digits of SHA-256"),
            Integer("paragraphs", "how many paragraphs it has"),
            Integer("sentences", "how many sentences they have"),
            Integer("words", "how many words they have"),
            Integer("characters", "how many UTF-16 code units they have"),
            Integer("reverts_to", "the last earlier version with the same content, if others lie between") with
            {
                IsNullable = true,
            },
            Text("url", "the address it was read from"),
            Text("language", "the language that it states") with { IsNullable = true },
            Text("published", "when it was published, as it states") with { IsNullable = true },
            Text("modified", "when it was modified, as it states") with { IsNullable = true },
            Text("title", "the title") with { IsWording = true },
        ]);

    internal static readonly ExportTable Sentences = new(
        "sentences",
        "a sentence of a version",
        [
            Text("article_id", "the article's id"),
            Integer("version", "the number of the version"),
            Integer("sentence", "its index in the version, from 0"),
            Integer("paragraph", "the index of its paragraph, from 0"),
            Text("kind", "the kind of that paragraph"),
            Integer("start", "where it begins in the paragraph, in UTF-16 code units"),
            Integer("length", "its length in UTF-16 code units"),
            Text("hash", "a hash of its text: 16 digits of SHA-256"),
            Text("text", "its text") with { IsWording = true },
        ]);

    internal static readonly ExportTable Links = new(
        "links",
        "two linked sentences of a pair of versions, or one without a partner",
        [
            Text("article_id", "the article's id"),
            Integer("old_version", "the number of the old version"),
            Integer("new_version", "the number of the new version"),
            Integer("old_sentence", "the index of the old sentence; none for an addition") with { IsNullable = true },
            Integer("new_sentence", "the index of the new sentence; none for a deletion") with { IsNullable = true },
            Text("actions", "addition, deletion, unchanged, edit, split, merge, refactor; several with a space between"),
            Share("old_share", "the share of the old sentence's words that the new one has"),
            Share("new_share", "the share of the new sentence's words that the old one has"),
            Integer("distance", "how far a refactored sentence moved; negative is up"),
        ]);

    internal static readonly ExportTable Edits = new(
        "edits",
        "a run of words that was added or removed between two consecutive versions",
        [
            Text("article_id", "the article's id"),
            Integer("old_version", "the number of the old version"),
            Integer("new_version", "the number of the new version"),
            Integer("row", "the row of the comparison, from 0; -1 for the title"),
            Text("kind", "delete or insert"),
            Integer("old_start", "where it is in the row's old text"),
            Integer("old_length", "its length there"),
            Integer("new_start", "where it is in the row's new text"),
            Integer("new_length", "its length there"),
            Text("text", "its text") with { IsWording = true },
        ]);

    internal static readonly ExportTable Pairs = new(
        "pairs",
        "a pair of versions: each two consecutive ones, and the first with the last",
        [
            Text("article_id", "the article's id"),
            Integer("old_version", "the number of the old version"),
            Integer("new_version", "the number of the new version"),
            Text("pair", "consecutive or first-last"),
            Integer("seconds", "the time between them"),
            Integer("words_kept", "how many words both have"),
            Integer("words_inserted", "how many words were added"),
            Integer("words_deleted", "how many words were removed"),
            Flag("title_changed", "whether the title changed"),
            Integer("sentences_unchanged", "how many old sentences stayed"),
            Integer("sentences_edited", "how many old sentences were edited"),
            Integer("sentences_added", "how many new sentences were added"),
            Integer("sentences_deleted", "how many old sentences were deleted"),
            Integer("sentences_split", "how many old sentences were split"),
            Integer("sentences_merged", "how many new sentences were merged"),
            Integer("sentences_refactored", "how many old sentences were moved on purpose"),
            Integer("significance", "how much the change matters, 0 to 100"),
        ]);

    internal static readonly ExportTable Classes = new(
        "classes",
        "a class of the change between two consecutive versions, and its place",
        [
            Text("article_id", "the article's id"),
            Integer("old_version", "the number of the old version"),
            Integer("new_version", "the number of the new version"),
            Text("class", "the class"),
            Integer("row", "the row of the comparison; -1 for the title, none for the whole article") with
            {
                IsNullable = true,
            },
            Integer("old_start", "where it is in the row's old text"),
            Integer("old_length", "its length there"),
            Integer("new_start", "where it is in the row's new text"),
            Integer("new_length", "its length there"),
            Text("reason", "why, for people") with { IsWording = true },
        ]);

    internal static readonly ExportTable Words = new(
        "words",
        "a word that any version has, at its place in the last of them",
        [
            Text("article_id", "the article's id"),
            Integer("word", "its number in the article's history"),
            Integer("version", "the last version that has it"),
            Integer("paragraph", "the index of its paragraph there; -1 for the title"),
            Integer("start", "where it begins in the paragraph"),
            Integer("length", "its length"),
            Integer("introduced_in", "the version that brought it"),
            Integer("removed_in", "the version that removed it for the last time") with { IsNullable = true },
            Text("spans", "the runs of versions that have it, such as 1-3 5-; the end is the first version without it"),
            Text("text", "the word") with { IsWording = true },
        ]);

    /// <summary>The one table of the shape of IteraTeR.</summary>
    internal static readonly ExportTable Iterater = new(
        "iterater",
        "two consecutive versions, each as one text: the title and the paragraphs, with a blank line between",
        [
            Text("doc_id", "the article's id"),
            Integer("revision_depth", "how many changes came before, from 1"),
            Text("before_revision", "the old text") with { IsWording = true },
            Text("after_revision", "the new text") with { IsWording = true },
            List("edit_actions", "type (A, D, R), before, after, start_char_pos, end_char_pos; intents are empty"),
            List("sents_char_pos", "where the old sentences begin"),
            Text("domain", "news"),
        ]);

    internal static readonly ImmutableArray<ExportTable> All =
        [Articles, Versions, Sentences, Links, Edits, Pairs, Classes, Words];

    /// <summary>The tables that a format has.</summary>
    internal static ImmutableArray<ExportTable> Of(ExportFormat format) =>
        format == ExportFormat.Iterater ? [Iterater] : All;

    private static ExportColumn Text(string name, string summary) => new(name, ExportType.Text, summary);

    private static ExportColumn Integer(string name, string summary) => new(name, ExportType.Integer, summary);

    private static ExportColumn Share(string name, string summary) => new(name, ExportType.Share, summary);

    private static ExportColumn List(string name, string summary) => new(name, ExportType.List, summary);

    private static ExportColumn Flag(string name, string summary) => new(name, ExportType.Flag, summary);
}
