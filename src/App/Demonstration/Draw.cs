using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Responsables.App.Demonstration;

/// <summary>
/// Draws that depend on nothing but the words they are asked with: SHA-256 of a subject, a word and a year. The same on every machine, in
/// any order, and a draw more or less changes no other.
/// </summary>
/// <param name="Subject">What the draws are about: the code of a body.</param>
internal readonly record struct Draw(string Subject)
{
    private const decimal Steps = 9_007_199_254_740_992m;

    /// <summary>Between 0 (included) and 1 (excluded), evenly.</summary>
    public decimal Unit(string word, int year = 0)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes($"{Subject}|{word}|{year}"), hash);
        return (BinaryPrimitives.ReadUInt64BigEndian(hash) >> 11) / Steps;
    }

    /// <summary>Between two bounds, evenly.</summary>
    public decimal Between(decimal low, decimal high, string word, int year = 0) => low + ((high - low) * Unit(word, year));

    /// <summary>Around <paramref name="center"/>, at most <paramref name="reach"/> away and mostly near it.</summary>
    public decimal Around(decimal center, decimal reach, string word, int year = 0) =>
        center + (reach * (((Unit(word + "+1", year) + Unit(word + "+2", year) + Unit(word + "+3", year)) / 1.5m) - 1));

    /// <summary>Whether something that happens so often (0 to 1) happens.</summary>
    public bool Happens(decimal share, string word, int year = 0) => Unit(word, year) < share;

    /// <summary>One of these.</summary>
    public T Pick<T>(IReadOnlyList<T> choices, string word, int year = 0) => choices[(int)(Unit(word, year) * choices.Count)];
}
