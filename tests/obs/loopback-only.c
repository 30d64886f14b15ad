/* Loaded before a program that listens on every address (obs-websocket has no setting for it): bind() to any becomes bind() to loopback. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <netinet/in.h>
#include <sys/socket.h>

int bind(int socket, const struct sockaddr *address, socklen_t length) {
  int (*system_bind)(int, const struct sockaddr *, socklen_t) = dlsym(RTLD_NEXT, "bind");
  if (address == 0 || address->sa_family != AF_INET || length < sizeof(struct sockaddr_in))
    return system_bind(socket, address, length);
  struct sockaddr_in narrow = *(const struct sockaddr_in *)address;
  if (narrow.sin_addr.s_addr == htonl(INADDR_ANY)) narrow.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  return system_bind(socket, (const struct sockaddr *)&narrow, sizeof narrow);
}
