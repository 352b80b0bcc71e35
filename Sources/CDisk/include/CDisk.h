#ifndef CDISK_H
#define CDISK_H
#endif
