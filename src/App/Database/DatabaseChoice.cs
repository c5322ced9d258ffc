using Microsoft.Data.Sqlite;
using Npgsql;

namespace Responsables.App.Database;

/// <summary>Where the data are: a SQLite file (the default), or PostgreSQL. Chosen alike by the site and by the command.</summary>
public abstract record DatabaseChoice
{
    private DatabaseChoice() { }

    /// <summary>The variable that gives the connection string of PostgreSQL when no option does.</summary>
    public const string Variable = "RESPONSABLES_DATABASE";

    /// <summary>The variable that gives the folder of the SQLite file when no option does.</summary>
    public const string FolderVariable = "RESPONSABLES_DATA";

    private const string FileName = "responsables.db";
    private const string DefaultFolder = ".data";
    private const string RepositoryMark = "Responsables.slnx";

    /// <summary>The embedded engine, in one file.</summary>
    public sealed record Sqlite(string File) : DatabaseChoice
    {
        public string ConnectionString => new SqliteConnectionStringBuilder
        {
            DataSource = File,
            ForeignKeys = true,
            DefaultTimeout = 30,
        }.ToString();

        public override string ToString() => File;
    }

    /// <summary>PostgreSQL, by a connection string.</summary>
    public sealed record Postgres(string ConnectionString) : DatabaseChoice
    {
        /// <summary>Without the password.</summary>
        public override string ToString()
        {
            var parts = new NpgsqlConnectionStringBuilder(ConnectionString);
            return $"{parts.Host}:{parts.Port}/{parts.Database}";
        }
    }

    /// <param name="data">Folder of the option <c>--data</c>.</param>
    /// <param name="database">Connection string of the option <c>--database</c>; else the environment's, unless a folder is asked for.</param>
    public static DatabaseChoice Of(string? data, string? database)
    {
        var connection = database ?? (data is null ? Environment.GetEnvironmentVariable(Variable) : null);
        return string.IsNullOrWhiteSpace(connection)
            ? new Sqlite(Path.Combine(Path.GetFullPath(data ?? DefaultPath()), FileName))
            : new Postgres(connection);
    }

    /// <summary>The choice made by <c>--data</c> and <c>--database</c> among other arguments, written with a space or an equals sign.</summary>
    public static DatabaseChoice From(IReadOnlyList<string> arguments) => Of(Option(arguments, "--data"), Option(arguments, "--database"));

    private static string? Option(IReadOnlyList<string> arguments, string name)
    {
        for (var i = 0; i < arguments.Count; i++)
        {
            if (arguments[i] == name && i + 1 < arguments.Count)
            {
                return arguments[i + 1];
            }

            if (arguments[i].StartsWith(name + "=", StringComparison.Ordinal))
            {
                return arguments[i][(name.Length + 1)..];
            }
        }

        return null;
    }

    private static string DefaultPath() =>
        Environment.GetEnvironmentVariable(FolderVariable) is { Length: > 0 } folder ? folder : Path.Combine(Root(), DefaultFolder);

    // From anywhere inside the repository the same data are found; elsewhere, those of the working folder.
    private static string Root()
    {
        var start = Directory.GetCurrentDirectory();
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, RepositoryMark)))
            {
                return folder.FullName;
            }
        }

        return start;
    }
}
