using System.Collections.Immutable;

namespace NewsDiff.Research.Export;

/// <summary>The indexes of a database, and its views in the published schema of NewsEdits.</summary>
/// <remarks>
/// Versions count from 0 there, and bodies are put together from their sentences. Distances are one minus the share of
/// common words. Without texts, the columns of words are null.
/// </remarks>
internal static class SqliteViews
{
    internal static readonly ImmutableArray<string> Indexes =
    [
        "CREATE INDEX article_by_id ON articles (article_id)",
        "CREATE INDEX version_by_article ON versions (article_id, version)",
        "CREATE INDEX sentence_by_version ON sentences (article_id, version, sentence)",
        "CREATE INDEX link_by_pair ON links (article_id, old_version, new_version)",
        "CREATE INDEX edit_by_pair ON edits (article_id, old_version, new_version)",
        "CREATE INDEX pair_by_article ON pairs (article_id, old_version, new_version)",
        "CREATE INDEX class_by_pair ON classes (article_id, old_version, new_version)",
        "CREATE INDEX word_by_article ON words (article_id, word)",
    ];

    private const string DocLevelStats =
        """
        CREATE VIEW doc_level_stats AS SELECT
            p.article_id AS entry_id, p.old_version - 1 AS version_x, p.new_version - 1 AS version_y,
            d.x AS "mean x dist", d.y AS "mean y dist", p.sentences_unchanged AS num_unchanged,
            p.sentences_edited AS num_edited_x, p.sentences_edited AS num_edited_y,
            p.sentences_deleted AS num_deleted, p.sentences_added AS num_added, p.sentences_merged AS num_merged,
            p.sentences_split AS num_split, o.sentences AS num_sentences_x, n.sentences AS num_sentences_y,
            p.sentences_refactored AS num_refactors, (d.x + d.y) / 2 AS mean_dist_overall
        FROM pairs p
        JOIN versions o ON o.article_id = p.article_id AND o.version = p.old_version
        JOIN versions n ON n.article_id = p.article_id AND n.version = p.new_version
        LEFT JOIN (
            SELECT entry_id, version_x, version_y, avg(avg_sentence_distance_x) AS x, avg(avg_sentence_distance_y) AS y
            FROM matched_sentences GROUP BY entry_id, version_x, version_y) d
            ON d.entry_id = p.article_id AND d.version_x = p.old_version - 1 AND d.version_y = p.new_version - 1
        WHERE p.pair = 'consecutive'
        """;

    private const string MatchedSentences =
        """
        CREATE VIEW matched_sentences AS SELECT
            l.article_id AS entry_id, l.old_version - 1 AS version_x, l.new_version - 1 AS version_y,
            l.old_sentence AS sent_idx_x, l.new_sentence AS sent_idx_y,
            CASE WHEN l.old_sentence + l.new_sentence IS NOT NULL THEN 1 - l.old_share END AS avg_sentence_distance_x,
            CASE WHEN l.old_sentence + l.new_sentence IS NOT NULL THEN 1 - l.new_share END AS avg_sentence_distance_y
        FROM links l
        WHERE EXISTS (
            SELECT 1 FROM pairs p WHERE p.article_id = l.article_id AND p.old_version = l.old_version
                AND p.new_version = l.new_version AND p.pair = 'consecutive')
        """;

    private const string Body =
        """
        (SELECT group_concat('<p>' || replace(replace(t, '&', '&amp;'), '<', '&lt;') || '</p>', '') FROM (
            SELECT group_concat(text, ' ') AS t FROM (
                SELECT paragraph, text FROM sentences s
                WHERE s.article_id = v.article_id AND s.version = v.version ORDER BY sentence)
            GROUP BY paragraph ORDER BY paragraph))
        """;

    internal static ImmutableArray<string> Views(bool includesText) =>
    [
        $"""
         CREATE VIEW entryversion AS SELECT
             v.rowid AS id, v.article_id AS entry_id, v.version - 1 AS version,
             {(includesText ? "v.title" : "NULL")} AS title, a.url AS url, {(includesText ? Body : "NULL")} AS summary,
             replace(substr(v.seen_at, 1, 19), 'T', ' ') AS created, NULL AS archive_url, a.host AS source,
             a.versions AS num_versions, v.article_id || '-' || (v.version - 1) AS joint_key
         FROM versions v JOIN articles a ON a.article_id = v.article_id
         """,
        $"""
         CREATE VIEW split_sentences AS SELECT
             article_id AS entry_id, version - 1 AS version, sentence AS sent_idx,
             {(includesText ? "text" : "NULL")} AS sentence
         FROM sentences
         """,
        MatchedSentences,
        DocLevelStats,
    ];
}
