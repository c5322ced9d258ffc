using Microsoft.EntityFrameworkCore;
using Responsables.App.Publications;
using Responsables.App.Publications.Texts;

namespace Responsables.App.Database;

/// <summary>The tables of editions, all of them append-only, and of the texts that go into them.</summary>
internal static class PublicationsModel
{
    public static void Shape(ModelBuilder builder)
    {
        builder.Entity<Edition>(edition =>
        {
            edition.ToTable("editions");
            edition.HasKey(e => e.Number);
            edition.Property(e => e.Number).ValueGeneratedNever();
            edition.HasIndex(e => e.CampaignId);
            edition.HasMany(e => e.Acts).WithOne().HasForeignKey(a => a.Edition);
            edition.HasMany<EditionPart>().WithOne().HasForeignKey(p => p.Edition);
            edition.HasMany<RestatementRow>().WithOne().HasForeignKey(r => r.Edition);
            edition.HasOne<SigningKey>().WithMany().HasForeignKey(e => e.SignedWith);
        });
        builder.Entity<EditionPart>(part =>
        {
            part.ToTable("edition_parts");
            part.HasKey(p => new { p.Edition, p.Name });
            part.Property(p => p.Name).HasMaxLength(150);
        });
        builder.Entity<EditionAct>().ToTable("edition_acts").HasKey(a => new { a.Edition, a.Sequence });
        builder.Entity<RestatementRow>(row =>
        {
            row.ToTable("restatements");
            row.HasKey(r => new { r.Edition, r.Node, r.Indicator, r.Breakdown });
            row.Property(r => r.Breakdown).HasMaxLength(200);
        });
        builder.Entity<ReportText>(text =>
        {
            text.ToTable("report_texts");
            text.HasIndex(t => new { t.Year, t.Node, t.Section }).IsUnique();
            text.Property(t => t.Section).HasMaxLength(100);
            text.Property(t => t.Version).IsConcurrencyToken();
            text.HasMany(t => t.Versions).WithOne().HasForeignKey(v => v.TextId);
        });
        builder.Entity<ReportTextVersion>().ToTable("report_text_versions").HasKey(v => new { v.TextId, v.Version });
        builder.Entity<SigningKey>(key =>
        {
            key.ToTable("signing_keys");
            key.HasKey(k => k.Fingerprint);
            key.Property(k => k.Fingerprint).HasMaxLength(64);
        });
    }
}
