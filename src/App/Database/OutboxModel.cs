using Microsoft.EntityFrameworkCore;
using Responsables.App.Outbox;
using Responsables.App.Reminders;

namespace Responsables.App.Database;

/// <summary>The messages that have to leave, what people chose of them, and the reminders.</summary>
internal static class OutboxModel
{
    private const int LongestAddress = 254;

    public static void Shape(ModelBuilder builder)
    {
        builder.Entity<OutboxMessage>(message =>
        {
            message.ToTable("outbox");
            message.Property(m => m.Email).HasMaxLength(LongestAddress);
            message.Property(m => m.UniqueKey).HasMaxLength(200);
            message.HasIndex(m => m.UniqueKey).IsUnique();
            message.HasIndex(m => new { m.State, m.DueAt });
            message.HasIndex(m => m.Lease);
            message.HasMany(m => m.Bodies).WithOne().HasForeignKey(b => b.MessageId);
            message.HasIndex(m => m.BatchId);
        });
        builder.Entity<OutboxBody>(body =>
        {
            body.ToTable("outbox_bodies").HasKey(b => new { b.MessageId, b.Organization });
            body.HasIndex(b => b.Organization);
        });
        builder.Entity<MessageChoice>().ToTable("message_choices").HasKey(c => c.AccountId);
        builder.Entity<ReminderRule>(rule =>
        {
            rule.ToTable("reminder_rules");
            rule.Property(r => r.Version).IsConcurrencyToken();
        });
        builder.Entity<ReminderBatch>().ToTable("reminder_batches").HasIndex(b => b.CampaignId);
    }
}
