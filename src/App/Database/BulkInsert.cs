using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace Responsables.App.Database;

/// <summary>
/// Inserts many new rows of a type past the change tracker, as the context would have written them: same table, columns and conversions.
/// One prepared statement on SQLite, one binary COPY on PostgreSQL, in the caller's transaction.
/// </summary>
public static class BulkInsert
{
    public static async Task WriteAsync<T>(AppDb db, IReadOnlyCollection<T> rows, CancellationToken cancel)
        where T : class
    {
        if (rows.Count == 0)
        {
            return;
        }

        var transaction = db.Database.CurrentTransaction ?? throw new InvalidOperationException("Rows are written in the transaction of the act.");
        var type = db.Model.FindEntityType(typeof(T)) ?? throw new InvalidOperationException($"{typeof(T).Name} is not in the model.");
        var table = StoreObjectIdentifier.Create(type, StoreObjectType.Table)!.Value;
        BulkColumn[] columns = [.. type.GetProperties().Select(p => new BulkColumn(p, table))];
        var sql = db.GetService<ISqlGenerationHelper>();
        var name = sql.DelimitIdentifier(table.Name, table.Schema);
        var names = string.Join(", ", columns.Select(c => sql.DelimitIdentifier(c.Name)));
        var connection = db.Database.GetDbConnection();
        if (connection is NpgsqlConnection postgres)
        {
            await CopyAsync(postgres, $"COPY {name} ({names}) FROM STDIN (FORMAT BINARY)", columns, rows, cancel);
        }
        else
        {
            var places = string.Join(", ", columns.Select((_, i) => $"@p{i}"));
            await InsertAsync(connection, transaction.GetDbTransaction(), $"INSERT INTO {name} ({names}) VALUES ({places})", columns, rows, cancel);
        }
    }

    private static async Task CopyAsync<T>(
        NpgsqlConnection connection, string statement, BulkColumn[] columns, IEnumerable<T> rows, CancellationToken cancel)
        where T : class
    {
        await using var copy = await connection.BeginBinaryImportAsync(statement, cancel);
        foreach (var row in rows)
        {
            await copy.StartRowAsync(cancel);
            foreach (var column in columns)
            {
                if (column.Of(row) is { } value)
                {
                    await copy.WriteAsync(value, column.StoreType, cancel);
                }
                else
                {
                    await copy.WriteNullAsync(cancel);
                }
            }
        }

        await copy.CompleteAsync(cancel);
    }

    private static async Task InsertAsync<T>(
        DbConnection connection, DbTransaction transaction, string statement, BulkColumn[] columns, IEnumerable<T> rows, CancellationToken cancel)
        where T : class
    {
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
#pragma warning disable CA2100 // Names of the model only; every value is a parameter.
        command.CommandText = statement;
#pragma warning restore CA2100
        var parameters = new DbParameter[columns.Length];
        for (var i = 0; i < columns.Length; i++)
        {
            parameters[i] = command.CreateParameter();
            parameters[i].ParameterName = $"@p{i}";
            command.Parameters.Add(parameters[i]);
        }

        foreach (var row in rows)
        {
            cancel.ThrowIfCancellationRequested();
            for (var i = 0; i < columns.Length; i++)
            {
                parameters[i].Value = columns[i].Of(row) ?? DBNull.Value;
            }

            // SQLite is in this process: waiting for it asynchronously would only cost.
            command.ExecuteNonQuery();
        }
    }

    /// <summary>A column, and how a row's value is kept in it.</summary>
    private sealed class BulkColumn(IProperty property, StoreObjectIdentifier table)
    {
        private readonly IClrPropertyGetter getter = property.GetGetter();
        private readonly Func<object?, object?>? convert = property.GetRelationalTypeMapping().Converter?.ConvertToProvider;

        public string Name { get; } = property.GetColumnName(table)!;

        public string StoreType { get; } = property.GetRelationalTypeMapping().StoreTypeNameBase;

        public object? Of(object row) => getter.GetClrValue(row) is not { } value ? null : convert is null ? value : convert(value);
    }
}
