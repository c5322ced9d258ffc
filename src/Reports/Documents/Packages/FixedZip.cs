using System.IO.Compression;

namespace Responsables.Reports.Documents.Packages;

/// <summary>Files in one, the same bytes on any day: every entry is dated of the document.</summary>
internal static class FixedZip
{
    public static byte[] Of(IEnumerable<(string Name, byte[] Bytes)> files, DateOnly date) =>
        Of(files.Select(f => (f.Name, (Action<Stream>)(target => target.Write(f.Bytes)))), date);

    /// <param name="files">Each written when its turn comes: none is held beside the whole.</param>
    /// <param name="stored">The entry that is not compressed.</param>
    public static byte[] Of(IEnumerable<(string Name, Action<Stream> Write)> files, DateOnly date, string? stored = null)
    {
        using var target = new MemoryStream();
        using (var zip = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, write) in files)
            {
                var entry = zip.CreateEntry(name, name == stored ? CompressionLevel.NoCompression : CompressionLevel.Optimal);
                entry.LastWriteTime = new DateTimeOffset(date.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
                using var written = entry.Open();
                write(written);
            }
        }

        return target.ToArray();
    }

    /// <summary>A zip that another writer made, its entries dated anew.</summary>
    public static byte[] Redated(Stream zip, DateOnly date)
    {
        using var read = new ZipArchive(zip, ZipArchiveMode.Read);
        return Of(read.Entries.Select(e => (e.FullName, (Action<Stream>)(target =>
        {
            using var content = e.Open();
            content.CopyTo(target);
        }))), date);
    }
}
