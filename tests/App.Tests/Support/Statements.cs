using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Responsables.App.Tests.Support;

/// <summary>Counts the SQL statements of what runs inside, in this test alone: tests run beside each other.</summary>
public sealed class Statements : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>
{
    private static readonly AsyncLocal<Statements?> Counting = new();
    private static readonly Lazy<IDisposable> Listening = new(() => DiagnosticListener.AllListeners.Subscribe(new Statements()));

    private int count;

    /// <summary>To be called before the first statement: EF remembers for a while that nobody listens.</summary>
    public static void Listen() => _ = Listening.Value;

    public static async Task<(T Result, int Count)> CountAsync<T>(Func<Task<T>> act)
    {
        var counter = new Statements();
        Counting.Value = counter;
        try
        {
            return (await act(), counter.count);
        }
        finally
        {
            Counting.Value = null;
        }
    }

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == DbLoggerCategory.Name)
        {
            value.Subscribe(this);
        }
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Key == RelationalEventId.CommandExecuting.Name && Counting.Value is { } counter)
        {
            Interlocked.Increment(ref counter.count);
        }
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }
}
