using System.Security.Cryptography;

namespace Responsables.App.Publications;

/// <summary>A file that the public may take.</summary>
public sealed record PublicFile(string Name, byte[] Content)
{
    /// <summary>Of the content, in lower case hexadecimal.</summary>
    public string Sha256 { get; } = Convert.ToHexStringLower(SHA256.HashData(Content));
}

/// <summary>The editions that were read last, and the files made of them: they never change.</summary>
public sealed class PublicShelf : IDisposable
{
    private const int MostEditions = 6;
    private const long MostBytes = 48_000_000;

    private readonly SemaphoreSlim turn = new(1, 1);
    private readonly LinkedList<PublicEdition> editions = [];
    private readonly LinkedList<(int Edition, PublicFile File)> files = [];

    /// <summary>An edition: read once, whoever asks meanwhile waits for it.</summary>
    public async Task<PublicEdition> OpenAsync(int number, Func<Task<PublicEdition>> read, CancellationToken cancel)
    {
        await turn.WaitAsync(cancel);
        try
        {
            var there = editions.FirstOrDefault(e => e.Number == number) ?? await read();
            editions.Remove(there);
            editions.AddFirst(there);
            if (editions.Count > MostEditions)
            {
                editions.RemoveLast();
            }

            return there;
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>A file of an edition: made once.</summary>
    public async Task<PublicFile> FileAsync(int edition, string name, Func<Task<byte[]>> make, CancellationToken cancel)
    {
        lock (files)
        {
            for (var at = files.First; at is not null; at = at.Next)
            {
                if (at.Value.Edition == edition && at.Value.File.Name == name)
                {
                    files.Remove(at);
                    files.AddFirst(at);
                    return at.Value.File;
                }
            }
        }

        cancel.ThrowIfCancellationRequested();
        var made = new PublicFile(name, await make());
        lock (files)
        {
            files.AddFirst((edition, made));
            while (files.Count > 1 && files.Sum(f => (long)f.File.Content.Length) > MostBytes)
            {
                files.RemoveLast();
            }
        }

        return made;
    }

    public void Dispose() => turn.Dispose();
}
