using Microsoft.Data.Sqlite;
using NewsDiff.Search;
using NewsDiff.Sql;

namespace NewsDiff.Sqlite;

/// <summary>Writes rows of the search index; its statements are prepared once.</summary>
/// <remarks>
/// Terms are written last, by the numbers of their rows (<see cref="Complete"/>): the full-text index starts a new
/// segment at each number that is lower than the one before, and merging many segments takes most of the time.
/// </remarks>
internal sealed class SqliteSearchWriter : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly SortedDictionary<long, string> _terms = [];
    private readonly SqliteCommand _insert;
    private readonly SqliteCommand _insertTerms;
    private readonly SqliteCommand _standing;
    private readonly SqliteCommand _next;
    private readonly SqliteCommand _source;

    public SqliteSearchWriter(SqliteConnection connection)
    {
        _connection = connection;
        _insert = Prepare(
            $"""
             INSERT INTO search_row ({SearchTable.Columns})
                 VALUES (@id, @history, @first, @last, @place, @hash, @form)
             """,
            "@id", "@history", "@first", "@last", "@place", "@hash", "@form");
        _insertTerms = Prepare("INSERT INTO search_text (rowid, terms) VALUES (@id, @terms)", "@id", "@terms");
        _standing = Prepare(SearchTable.Standing(prefix: ""), "@history");
        _next = Prepare("SELECT max(id) FROM search_row WHERE id >= @id AND id < @end", "@id", "@end");
        _source = Prepare(SearchTable.Source(prefix: ""), "@history");
    }

    public void Dispose()
    {
        _insert.Dispose();
        _insertTerms.Dispose();
        _standing.Dispose();
        _next.Dispose();
        _source.Dispose();
    }

    /// <summary>Adds a version.</summary>
    public void Add(long history, ArticleVersion? before, ArticleVersion version)
    {
        var lifetimes = Lifetimes.Compute(ReadStanding(history), before, version, ReadSource(history));
        if (!lifetimes.Ended.IsEmpty)
        {
            _connection.Execute(
                SearchTable.End("", lifetimes.Ended),
                ("@history", history),
                ("@last", before?.Number ?? version.Number - 1));
        }

        if (before is not null && !lifetimes.Begun.IsEmpty)
        {
            Remove(SearchTable.HasReturned(lifetimes.Begun), ("@history", history));
        }

        long id = NextId(version);
        foreach (SearchRow row in lifetimes.Rows)
        {
            Insert(id++, history, row);
        }
    }

    /// <summary>Writes the terms of all rows that were added.</summary>
    public void Complete()
    {
        foreach ((long id, string terms) in _terms)
        {
            _insertTerms.Parameters[0].Value = id;
            _insertTerms.Parameters[1].Value = terms;
            _insertTerms.ExecuteNonQuery();
        }

        _terms.Clear();
    }

    /// <summary>Removes rows.</summary>
    public void Remove(string condition, (string Name, object? Value) parameter)
    {
        List<long> ids = _connection.Query(
            $"SELECT id FROM search_row WHERE {condition}", row => row.GetInt64(0), parameter);
        foreach (long id in ids)
        {
            _connection.Execute("DELETE FROM search_row WHERE id = @id", ("@id", id));
            if (!_terms.Remove(id))
            {
                _connection.Execute("DELETE FROM search_text WHERE rowid = @id", ("@id", id));
            }
        }
    }

    private Dictionary<long, int> ReadStanding(long history)
    {
        _standing.Parameters[0].Value = history;
        using SqliteDataReader reader = _standing.ExecuteReader();
        Dictionary<long, int> standing = [];
        while (reader.Read())
        {
            standing[reader.GetInt64(0)] = reader.GetInt32(1);
        }

        return standing;
    }

    private string? ReadSource(long history)
    {
        _source.Parameters[0].Value = history;
        using SqliteDataReader reader = _source.ExecuteReader();
        return reader.Read() ? reader.TextOrNull(0) : null;
    }

    private long NextId(ArticleVersion version)
    {
        long first = SearchId.FirstOf(version);
        _next.Parameters[0].Value = first;
        _next.Parameters[1].Value = first + (1L << SearchId.NumberBits);
        return _next.ExecuteScalar() is long last ? last + 1 : first;
    }

    private void Insert(long id, long history, SearchRow row)
    {
        object?[] values =
        [
            id, history, row.First, row.Last is { } last ? last : DBNull.Value, row.Place, row.Hash, (int)row.Form,
        ];
        for (int i = 0; i < values.Length; i++)
        {
            _insert.Parameters[i].Value = values[i];
        }

        _insert.ExecuteNonQuery();
        _terms.Add(id, SqliteSearchTerms.TextOf(row));
    }

    private SqliteCommand Prepare(string sql, params string[] parameters)
    {
        SqliteCommand command = _connection.CreateCommand();
#pragma warning disable CA2100 // The texts are written here; values travel as parameters.
        command.CommandText = sql;
#pragma warning restore CA2100
        foreach (string name in parameters)
        {
            command.Parameters.Add(new SqliteParameter { ParameterName = name });
        }

        return command;
    }
}
