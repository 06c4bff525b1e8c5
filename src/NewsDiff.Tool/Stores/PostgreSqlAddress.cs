using Npgsql;

namespace NewsDiff.Tool.Stores;

/// <summary>Reads a PostgreSQL database's name: an address, or a connection string.</summary>
internal static class PostgreSqlAddress
{
    /// <summary>
    /// Converts <c>postgresql://user:password@host:port/database?name=value</c> into a connection string.
    /// </summary>
    /// <exception cref="TroubleException">The name is malformed. The message does not repeat it.</exception>
    internal static NpgsqlConnectionStringBuilder Parse(string name)
    {
        NpgsqlConnectionStringBuilder? parts = null;
        try
        {
            parts = name.Contains("://", StringComparison.Ordinal)
                ? ParseUri(new Uri(name.Trim()))
                : new NpgsqlConnectionStringBuilder(name);
        }
        catch (Exception fault)
            when (fault is UriFormatException or ArgumentException or FormatException or InvalidCastException
                or OverflowException)
        {
            // The exception is not even kept as an inner one: its message may repeat a part of the password.
        }

        // If a name has one of these characters, it may contain a part of the password.
        return parts is { Host: { Length: > 0 } host }
            && !host.AsSpan().ContainsAny("=@")
            && parts.Database?.Contains('@', StringComparison.Ordinal) is not true
            ? parts
            : throw new TroubleException(
                "--db is not a valid PostgreSQL connection string. "
                + "In an address, percent-encode / ? # @ and : inside a password;"
                + " in keywords, as in Host=…;Database=…, quote a value that contains a semicolon.");
    }

    /// <summary>Names the database without its password.</summary>
    internal static string Describe(string name)
    {
        NpgsqlConnectionStringBuilder parts = Parse(name);
        return $"{parts.Host}/{parts.Database}";
    }

    private static NpgsqlConnectionStringBuilder ParseUri(Uri uri)
    {
        string[] user = uri.UserInfo.Split(':', 2);
        var parts = new NpgsqlConnectionStringBuilder
        {
            Host = uri.Host,
            Port = uri.IsDefaultPort || uri.Port < 0 ? NpgsqlConnection.DefaultPort : uri.Port,
            Database = Uri.UnescapeDataString(uri.AbsolutePath.TrimStart('/')),
        };
        if (user[0].Length > 0)
        {
            parts.Username = Uri.UnescapeDataString(user[0]);
        }

        if (user.Length > 1)
        {
            parts.Password = Uri.UnescapeDataString(user[1]);
        }

        foreach (string pair in uri.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            string[] named = pair.Split('=', 2);
            parts[Uri.UnescapeDataString(named[0])] = Uri.UnescapeDataString(named[^1]);
        }

        return parts;
    }
}
