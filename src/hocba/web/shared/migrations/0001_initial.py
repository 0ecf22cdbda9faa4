from django.db import migrations, models

from hocba.web.shared.db import AppendOnly, EnableRowSecurity
from hocba.web.shared import sql


class Migration(migrations.Migration):

    initial = True

    dependencies = [
    ]

    operations = [
        migrations.RunSQL(sql.CREATE, sql.DROP),
        migrations.CreateModel(
            name='AuditEntry',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField(auto_now_add=True)),
                ('school_id', models.BigIntegerField(null=True)),
                ('actor_id', models.BigIntegerField()),
                ('actor_name', models.CharField(max_length=150)),
                ('actor_role', models.CharField(max_length=20)),
                ('action', models.CharField(max_length=60)),
                ('object_kind', models.CharField(max_length=60)),
                ('object_id', models.CharField(max_length=40)),
                ('object_label', models.CharField(max_length=200)),
                ('before', models.JSONField(null=True)),
                ('after', models.JSONField(null=True)),
                ('reason', models.CharField(blank=True, max_length=500)),
            ],
            options={
                'indexes': [models.Index(fields=['school_id', '-at'], name='audit_school_at'), models.Index(fields=['object_kind', 'object_id'], name='audit_object')],
            },
        ),
        EnableRowSecurity(
            "AuditEntry",
            visible="school_id = ANY ((SELECT hocba_schools())::bigint[]) OR (school_id IS NULL AND actor_id = hocba_user())",
            # nobody signs an entry with another's name
            writable="actor_id = hocba_user() AND (school_id IS NULL OR school_id = ANY ((SELECT hocba_schools())::bigint[]))",
        ),
        AppendOnly("AuditEntry"),
    ]
